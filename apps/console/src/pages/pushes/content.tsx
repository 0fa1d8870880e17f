import type { ReactNode } from 'react'
import { api, type Push } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Filter, useFilter } from '../../ui/filter.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

const statuses = [
  'queued',
  'sending',
  'failed',
  'sent',
  'skipped',
  'gone',
  'dead',
] as const satisfies readonly Push['status'][]

const tones: Partial<Record<Push['status'], Tone>> = { failed: 'care', dead: 'bad' }

const columns: readonly Column<Push>[] = [
  { title: 'Push', cell: ({ kind }) => words(kind) },
  { title: 'App', cell: ({ app }) => (app === 'oo' ? 'oO' : 'Kalei') },
  { title: 'Push service', cell: ({ endpoint_host: host }) => host },
  {
    title: 'State',
    cell: ({ status, code }) => (
      <Tag tone={tones[status] ?? 'plain'}>
        {words(status)}
        {code !== null && `: ${code}`}
      </Tag>
    ),
  },
  { title: 'Attempts', cell: ({ attempts }) => attempts, isNumber: true },
  { title: 'Asked for', cell: (row) => at(row.created_at) },
  { title: 'Sent', cell: ({ sent_at: sent }) => (sent === null ? none : at(sent)) },
]

export function Content(): ReactNode {
  const [status, setStatus] = useFilter('status', statuses)
  const asked = status === undefined ? {} : { status }
  return (
    <Page title="Pushes" lead="One entry a browser: what was sent, held back or given up.">
      <div className="filters">
        <Filter label="State" values={statuses} value={status} choose={setStatus} />
      </div>
      <List
        caption="Pushes, newest first"
        queryKey={['pushes', asked]}
        read={(page) => api.notifications.listPushes({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No pushes">None was asked for, or none is as you chose.</Empty>}
      />
    </Page>
  )
}
