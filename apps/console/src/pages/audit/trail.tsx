import type { ReactNode } from 'react'
import type { AuditEntry } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { List } from '../../ui/list.tsx'
import { SearchForm, useSearch } from '../../ui/search.tsx'
import { Empty } from '../../ui/states.tsx'

type Asked = { readonly action?: string }
type ReadPage = (page: { limit: number; cursor?: string } & Asked) => Promise<{
  items: AuditEntry[]
  next_cursor: string | null
}>

const pairs = (references: AuditEntry['references']): string =>
  Object.entries(references)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')

const shown = 8

/** The end of an id tells it from its neighbours; the whole is one pointer away. */
export function Id({ kind, id }: { readonly kind?: string; readonly id: string }): ReactNode {
  return (
    <span title={id}>
      {kind} <code>…{id.slice(-shown)}</code>
    </span>
  )
}

function Target({ target }: Pick<AuditEntry, 'target'>): ReactNode {
  const colon = target.indexOf(':')
  return colon < 0 ? target : <Id kind={words(target.slice(0, colon))} id={target.slice(colon + 1)} />
}

export const entryColumns: readonly Column<AuditEntry>[] = [
  { title: 'What', cell: ({ action }) => <code className="whole">{action}</code> },
  { title: 'To', cell: Target },
  { title: 'By', cell: (row) => (row.actor_user_id === null ? 'The system' : <Id id={row.actor_user_id} />) },
  { title: 'With', cell: ({ references }) => pairs(references) || none },
  { title: 'When', cell: (row) => at(row.occurred_at) },
  { title: 'Link', cell: ({ position }) => position, isNumber: true },
]

interface Props {
  readonly name: string
  readonly read: ReadPage
  readonly columns?: readonly Column<AuditEntry>[]
}

/** Entries newest first, narrowed by how their action begins. */
export function Trail({ name, read, columns = entryColumns }: Props): ReactNode {
  const [action, choose] = useSearch('action')
  const asked: Asked = action === '' ? {} : { action }
  return (
    <>
      <SearchForm name="action" label="Action begins with" value={action} choose={choose} maxLength={100} />
      <List
        caption="Audit entries, newest first"
        queryKey={['audit', name, asked]}
        read={(page) => read({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No entries">Nothing was done yet, or nothing that begins so.</Empty>}
      />
    </>
  )
}
