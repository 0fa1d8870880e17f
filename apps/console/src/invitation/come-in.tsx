import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { AccountFields, accountIn } from '../session/account-fields.tsx'
import { registerAccount } from '../session/register-account.ts'
import { GoogleButton, SignInForm } from '../session/sign-in-form.tsx'
import { useComeAndGo } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Refused } from '../ui/states.tsx'

/** For the invited who is not signed in: a new account or the one they have, under the invited address. */
export function ComeIn({ email }: { readonly email: string }): ReactNode {
  const [hasAccount, setHasAccount] = useState(false)
  return (
    <>
      {hasAccount ? (
        <SignInForm email={email} />
      ) : (
        <NewAccount email={email} signIn={() => setHasAccount(true)} />
      )}
      <p className="or">or</p>
      <GoogleButton />
      <Button onClick={() => setHasAccount(!hasAccount)}>
        {hasAccount ? 'Create an account' : 'Sign in to your account'}
      </Button>
    </>
  )
}

interface NewAccountProps {
  readonly email: string
  readonly signIn: () => void
}

function NewAccount({ email, signIn }: NewAccountProps): ReactNode {
  const { signedIn } = useComeAndGo()
  const registration = useMutation({
    mutationFn: registerAccount,
    onSuccess: (isSignedIn) => (isSignedIn ? signedIn() : undefined),
  })
  if (registration.data === false)
    return (
      <div className="notice stack" role="status">
        <p>
          We sent a link to <strong>{email}</strong>. Open it to confirm the address, then sign in here.
        </p>
        <Button kind="main" onClick={signIn}>
          Sign in
        </Button>
      </div>
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    registration.mutate(accountIn(event.currentTarget))
  }
  return (
    <form className="stack" onSubmit={submit}>
      <AccountFields email={email} />
      {registration.error !== null && <Refused error={registration.error} />}
      <Button type="submit" kind="main" busy={registration.isPending}>
        Create your account
      </Button>
    </form>
  )
}
