import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type License, type Seat } from '../../api/api.ts'
import { machineCode } from '../../format/machine.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { MachineName } from './machine.tsx'

interface Props {
  readonly seat: Pick<Seat, 'session_id' | 'machine' | 'machine_name' | 'user_id'>
  readonly license: License
}

/** Gives a seat back for a machine that cannot, or should not have it. */
export function Release({ seat, license }: Props): ReactNode {
  const client = useQueryClient()
  const release = async (): Promise<void> => {
    await api.licensing.releaseSeat({ session_id: seat.session_id })
    await client.invalidateQueries({ queryKey: ['sessions', license.id] })
  }
  return (
    <Confirm
      action="Release"
      label={`Release the seat of ${seat.machine_name ?? machineCode(seat.machine)}`}
      question="Release this seat?"
      yes="Release it"
      no="Keep it"
      kind="danger"
      act={release}
    >
      <p>
        The seat of <MachineName hash={seat.machine} called={seat.machine_name} userId={seat.user_id} /> is
        free at once. The program there hears of it when it next reports.
      </p>
    </Confirm>
  )
}
