import type { ReactNode } from 'react'
import { api, type License, type Seat } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { none, span } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { List } from '../../ui/list.tsx'
import { Empty } from '../../ui/states.tsx'

const columns: readonly Column<Seat>[] = [
  { title: 'Machine', cell: ({ machine }) => <code>{machine}</code> },
  { title: 'Since', cell: (row) => at(row.started_at) },
  { title: 'For', cell: (row) => span(row.duration_seconds) },
  {
    title: 'Ended',
    cell: ({ ended_at: ended, end_reason: why }) =>
      ended === null ? none : `${at(ended)}${why === null ? '' : `: ${words(why)}`}`,
  },
]

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
        empty={<Empty title="No sessions yet">Run your program with the key, and its seat lights up.</Empty>}
      />
    </section>
  )
}
