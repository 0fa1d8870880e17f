import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { api, type Me } from '../api/api.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { textField } from '../ui/text-field.ts'
import { useTitle } from '../ui/use-title.ts'
import { Mark } from './sign-in.tsx'
import { useComeAndGo } from './use-session.ts'

/** Somebody with an account, who neither belongs to a company nor is an administrator. */
export function NoOrganization({ me }: { readonly me: Me }): ReactNode {
  useTitle('No company yet')
  const { signedIn, signOut } = useComeAndGo()
  const creation = useMutation({
    mutationFn: (name: string) => api.identity.createOrganization({ name }),
    onSuccess: signedIn,
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    creation.mutate(textField(event.currentTarget, 'name'))
  }
  return (
    <main className="door">
      <Mark />
      <h1>You belong to no company yet</h1>
      <p>
        <strong>{me.email}</strong> is signed in. Register a company here. Or join yours: ask a colleague to
        invite you, and open the link in the mail.
      </p>
      <form className="stack" onSubmit={submit}>
        <Field label="Company" name="name" autoComplete="organization" maxLength={100} />
        {creation.error !== null && <Refused error={creation.error} />}
        <Button type="submit" kind="main" busy={creation.isPending}>
          Register it
        </Button>
      </form>
      <details>
        <summary>You run this server?</summary>
        <p className="small">This command makes your account an administrator from the next sign-in on:</p>
        <pre tabIndex={0} aria-label="Command">
          node_modules/.bin/node apps/server/src/main.ts make-admin {me.email}
        </pre>
        <p className="small soft">With the embedded database, stop the server first.</p>
      </details>
      <div className="stack">
        <Button onClick={() => void signOut()}>Sign out</Button>
        <a className="button" href="/">
          To the front door
        </a>
      </div>
    </main>
  )
}
