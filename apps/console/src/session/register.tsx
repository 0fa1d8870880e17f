import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import { api } from '../api/api.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { textField } from '../ui/text-field.ts'
import { useTitle } from '../ui/use-title.ts'
import { Mark } from './sign-in.tsx'
import { useComeAndGo } from './use-session.ts'

interface Given {
  readonly full_name: string
  readonly company_name: string
  readonly email: string
  readonly password: string
}

/** Terms and privacy by hash, filled in by the build. */
declare const AGREED_DOCUMENTS: readonly {
  readonly purpose: string
  readonly document: { readonly version: string; readonly sha256: string }
}[]

/** The account, its company, and what was agreed to. False when the address must be confirmed before. */
async function register(given: Given): Promise<boolean> {
  const made = await api.identity.register({ ...given, session: 'cookie' })
  if ('verification_required' in made) return false
  for (const consent of AGREED_DOCUMENTS) await api.identity.giveConsent(consent)
  return true
}

/** A company and the account of the one who registers it. */
export function Register(): ReactNode {
  useTitle('Register a company')
  const { signedIn } = useComeAndGo()
  const registration = useMutation({
    mutationFn: register,
    onSuccess: (isSignedIn) => (isSignedIn ? signedIn() : undefined),
  })
  if (registration.data === false) return <LookIntoYourMail />
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const field = (name: string): string => textField(event.currentTarget, name)
    registration.mutate({
      full_name: field('full_name'),
      company_name: field('company_name'),
      email: field('email'),
      password: field('password'),
    })
  }
  return (
    <main className="door">
      <Mark />
      <h1>Register a company</h1>
      <p className="soft">Licences, seats and who holds them, for you and your team.</p>
      <form className="stack" onSubmit={submit}>
        <Field label="Company" name="company_name" autoComplete="organization" maxLength={100} />
        <Field label="Your name" name="full_name" autoComplete="name" maxLength={100} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          aria-describedby="password-rule"
          minLength={8}
        />
        <p id="password-rule" className="small soft">
          Eight characters or more, with an upper and a lower case letter and a digit.
        </p>
        <p className="small soft">
          By registering you agree to the <a href="/kalei/terms">terms of use</a> and the{' '}
          <a href="/kalei/privacy">privacy statement</a>.
        </p>
        {registration.error !== null && <Refused error={registration.error} />}
        <Button type="submit" kind="main" busy={registration.isPending}>
          Register
        </Button>
      </form>
      <p className="or">or</p>
      <Link className="button" href="/">
        Sign in
      </Link>
    </main>
  )
}

function LookIntoYourMail(): ReactNode {
  return (
    <main className="door">
      <Mark />
      <h1>Look into your mail</h1>
      <p>We sent you a link. Open it to confirm the address, then sign in.</p>
      <Link className="button" href="/">
        Sign in
      </Link>
    </main>
  )
}
