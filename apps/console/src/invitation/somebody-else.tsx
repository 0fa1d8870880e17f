import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Me } from '../api/api.ts'
import { useComeAndGo } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'

/** Signed in with an address that is not the invited one. */
export function SomebodyElse({ email, me }: { readonly email: string; readonly me: Me }): ReactNode {
  const { signOut } = useComeAndGo()
  return (
    <>
      <div className="notice" data-tone="care" role="status">
        <p>
          You are signed in as <strong>{me.email}</strong>, and the invitation is for another address. Sign
          out, then come in with <strong>{email}</strong>.
        </p>
      </div>
      <Button kind="main" onClick={() => void signOut()}>
        Sign out
      </Button>
      <Link className="button" href="/">
        Stay signed in
      </Link>
    </>
  )
}
