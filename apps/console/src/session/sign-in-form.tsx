import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { api } from '../api/api.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { textField } from '../ui/text-field.ts'
import { EmailField } from './account-fields.tsx'
import { useComeAndGo } from './use-session.ts'

interface Credentials {
  readonly email: string
  readonly password: string
}

/** `email`: the address that it has to be. */
export function SignInForm({ email }: { readonly email?: string }): ReactNode {
  const { signedIn } = useComeAndGo()
  const login = useMutation({
    mutationFn: (given: Credentials) => api.identity.login({ ...given, session: 'cookie' }),
    onSuccess: signedIn,
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    login.mutate({ email: textField(form, 'email'), password: textField(form, 'password') })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <EmailField email={email} />
      <Field label="Password" name="password" type="password" autoComplete="current-password" />
      {login.error !== null && <Refused error={login.error} />}
      <Button type="submit" kind="main" busy={login.isPending}>
        Sign in
      </Button>
    </form>
  )
}

/** Google’s sign-in, which ends on the page that was asked for. */
export function GoogleButton(): ReactNode {
  const here = location.pathname + location.search + location.hash
  return (
    <a className="button" href={`/api/v1/auth/oidc/google/start?return_to=${encodeURIComponent(here)}`}>
      Continue with Google
    </a>
  )
}
