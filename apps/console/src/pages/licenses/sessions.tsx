import { type ReactNode, useEffect, useState } from 'react'
import { api, type License, type Seat } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { none, span } from '../../format/numbers.ts'
import type { Column } from '../../ui/data-table.tsx'
import { List } from '../../ui/list.tsx'
import { Empty } from '../../ui/states.tsx'
import { MachineName } from './machine.tsx'
import { noSeats, whyEnded } from './standing.ts'

const columns: readonly Column<Seat>[] = [
  {
    title: 'Machine',
    cell: (row) => <MachineName hash={row.machine} called={row.machine_name} userId={row.user_id} />,
  },
  { title: 'Since', cell: (row) => at(row.started_at) },
  { title: 'For', cell: (row) => <Lasting key={row.duration_seconds} session={row} /> },
  {
    title: 'Ended',
    cell: ({ ended_at: ended, end_reason: why }) =>
      ended === null ? none : `${at(ended)}${why === null ? '' : `: ${whyEnded(why)}`}`,
  },
]

/** How long it has lasted since the server said so; goes on while the session does. */
function Lasting({ session: { duration_seconds: told, ended_at: ended } }: { session: Seat }): ReactNode {
  const [passed, setPassed] = useState(0)
  const isOpen = ended === null
  useEffect(() => {
    if (!isOpen) return undefined
    const from = performance.now()
    const timer = setInterval(() => setPassed((performance.now() - from) / 1_000), 1_000)
    return () => clearInterval(timer)
  }, [isOpen])
  return span(told + passed)
}

export function Sessions({ license }: { readonly license: License }): ReactNode {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <List
        caption="Sessions, newest first"
        queryKey={['sessions', license.id]}
        read={(page) => api.licensing.listLicenseSessions({ license_key: license.id, ...page })}
        columns={columns}
        keyOf={(row) => row.session_id}
        empty={<Empty title="No sessions yet">{noSeats[license.status]}</Empty>}
      />
    </section>
  )
}
