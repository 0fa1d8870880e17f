import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type License, type Seat } from '../../api/api.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/states.tsx'

interface Props {
  readonly seat: Pick<Seat, 'session_id' | 'machine'>
  readonly license: License
}

/** Gives a seat back for a machine that cannot, or should not have it. */
export function Release({ seat, license }: Props): ReactNode {
  const client = useQueryClient()
  const release = useMutation({
    mutationFn: () => api.licensing.releaseSeat({ session_id: seat.session_id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions', license.id] }),
  })
  return (
    <>
      <Button
        busy={release.isPending}
        aria-label={`Release the seat of ${seat.machine}`}
        onClick={() => release.mutate()}
      >
        Release
      </Button>
      {release.error !== null && <Refused error={release.error} />}
    </>
  )
}
