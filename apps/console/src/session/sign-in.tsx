import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import { api } from '../api/api.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { textField } from '../ui/text-field.ts'
import { useTitle } from '../ui/use-title.ts'
import { useComeAndGo } from './use-session.ts'

interface Credentials {
  readonly email: string
  readonly password: string
}

export function SignIn(): ReactNode {
  useTitle('Sign in')
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
    <main className="door">
      <Mark />
      <h1>Console</h1>
      <p className="soft">
        For teams: licences, seats and who holds them. For administrators: how the product fares.
      </p>
      <form className="stack" onSubmit={submit}>
        <Field label="E-mail" name="email" type="email" autoComplete="username" />
        <Field label="Password" name="password" type="password" autoComplete="current-password" />
        {login.error !== null && <Refused error={login.error} />}
        <Button type="submit" kind="main" busy={login.isPending}>
          Sign in
        </Button>
      </form>
      <p className="or">or</p>
      <a className="button" href={googleUrl()}>
        Continue with Google
      </a>
      <Link className="button" href="/register">
        Register a company
      </Link>
    </main>
  )
}

/** Google’s sign-in, which ends on the page that was asked for. */
const googleUrl = (): string =>
  `/api/v1/auth/oidc/google/start?return_to=${encodeURIComponent(location.pathname + location.search)}`

export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="0" y="0" width="7" height="7" rx="1.5" />
      <rect x="9" y="0" width="7" height="7" rx="1.5" opacity="0.4" />
      <rect x="0" y="9" width="7" height="7" rx="1.5" opacity="0.4" />
      <rect x="9" y="9" width="7" height="7" rx="1.5" />
    </svg>
  )
}
