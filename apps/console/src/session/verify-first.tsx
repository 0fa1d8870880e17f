import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../api/api.ts'
import { Button } from '../ui/button.tsx'
import { Refused } from '../ui/states.tsx'
import { useMe } from './use-session.ts'

/** For whoever has not opened the link in the mail yet. `then`: what they can do here once they have. */
export function VerifyFirst({ then }: { readonly then: string }): ReactNode {
  const { data: me } = useMe()
  const mail = useMutation({ mutationFn: () => api.identity.resendVerification({}) })
  if (me === undefined || me === null || me.email_verified) return null
  return (
    <section className="notice stack" aria-labelledby="verify-first">
      <h2 id="verify-first">Verify your e-mail first</h2>
      <p>
        We sent a link to <strong>{me.email}</strong>. Open it; then you can {then}.
      </p>
      {mail.error !== null && <Refused error={mail.error} />}
      <div className="actions">
        <Button busy={mail.isPending} onClick={() => mail.mutate()}>
          Send the mail again
        </Button>
      </div>
      <p role="status" className="small">
        {mail.isSuccess && 'It is on its way again.'}
      </p>
    </section>
  )
}
