import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { api, type User } from '../../api/api.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/states.tsx'

/** Suspends after a question, reactivates at once. */
export function ChangeStatus({ user }: { readonly user: User }): ReactNode {
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const change = useMutation({
    mutationFn: (status: User['status']) => api.identity.updateUser({ id: user.id, status }),
    onSuccess: () => {
      dialog.current?.close()
      return client.invalidateQueries({ queryKey: ['users'] })
    },
  })
  const refused = change.error !== null && <Refused error={change.error} />
  if (user.status !== 'active') {
    return (
      <>
        <Button
          busy={change.isPending}
          aria-label={`Reactivate ${user.email}`}
          onClick={() => change.mutate('active')}
        >
          Reactivate
        </Button>
        {refused}
      </>
    )
  }
  return (
    <>
      <Button aria-label={`Suspend ${user.email}`} onClick={() => dialog.current?.showModal()}>
        Suspend
      </Button>
      <dialog ref={dialog} aria-label={`Suspend ${user.email}?`}>
        <h2>Suspend {user.email}?</h2>
        <p>Every sign-in and token ends. The person can still export and delete what is theirs.</p>
        {refused}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>Keep</Button>
          <Button kind="danger" busy={change.isPending} onClick={() => change.mutate('suspended')}>
            Suspend
          </Button>
        </div>
      </dialog>
    </>
  )
}
