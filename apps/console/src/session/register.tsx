import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { textField } from '../ui/text-field.ts'
import { useTitle } from '../ui/use-title.ts'
import { AccountFields, accountIn } from './account-fields.tsx'
import { registerAccount } from './register-account.ts'
import { Mark } from './sign-in.tsx'
import { useComeAndGo } from './use-session.ts'

/** A company and the account of the one who registers it. */
export function Register(): ReactNode {
  useTitle('Register a company')
  const { signedIn } = useComeAndGo()
  const registration = useMutation({
    mutationFn: registerAccount,
    onSuccess: (isSignedIn) => (isSignedIn ? signedIn() : undefined),
  })
  if (registration.data === false) return <LookIntoYourMail />
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    registration.mutate({ ...accountIn(form), company_name: textField(form, 'company_name') })
  }
  return (
    <main className="door">
      <Mark />
      <h1>Register a company</h1>
      <p className="soft">Licences, seats and who holds them, for you and your team.</p>
      <form className="stack" onSubmit={submit}>
        <Field label="Company" name="company_name" autoComplete="organization" maxLength={100} />
        <AccountFields />
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
