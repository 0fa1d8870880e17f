import type { ReactNode } from 'react'
import type { AuditEntry } from '../../api/api.ts'
import type { Column } from '../../ui/data-table.tsx'
import { List } from '../../ui/list.tsx'
import { SearchForm, useSearch } from '../../ui/search.tsx'
import { Empty } from '../../ui/states.tsx'

type Asked = { readonly action?: string }
type ReadPage = (page: { limit: number; cursor?: string } & Asked) => Promise<{
  items: AuditEntry[]
  next_cursor: string | null
}>

interface Props {
  readonly name: string
  readonly read: ReadPage
  readonly columns: readonly Column<AuditEntry>[]
}

/** Entries newest first, narrowed by how their action begins. */
export function Trail({ name, read, columns }: Props): ReactNode {
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
