import type { ReactNode } from 'react'
import { api, type User } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { useMe } from '../../session/use-session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Filter, useFilter } from '../../ui/filter.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchForm, useSearch } from '../../ui/search.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { ChangeStatus } from './change-status.tsx'

const statuses = ['active', 'suspended', 'inactive'] as const satisfies readonly User['status'][]
const tones: Record<User['status'], Tone> = { active: 'plain', suspended: 'care', inactive: 'plain' }

const columns: readonly Column<User>[] = [
  { title: 'E-mail', cell: ({ email }) => email },
  { title: 'Name', cell: (row) => row.full_name },
  { title: 'State', cell: ({ status }) => <Tag tone={tones[status]}>{words(status)}</Tag> },
  { title: 'Verified', cell: (row) => (row.email_verified ? 'Yes' : 'Not yet') },
  { title: 'Roles', cell: ({ roles }) => roles.join(', ') || none },
  { title: 'Organisations', cell: ({ organizations }) => organizations.join(', ') || none },
  { title: 'Since', cell: (row) => onDay(row.created_at) },
  { title: 'Change', cell: (row) => <Change user={row} /> },
]

/** The server refuses a change of one's own account, so it is not offered. */
function Change({ user }: { readonly user: User }): ReactNode {
  const { data: me } = useMe()
  return me?.id === user.id ? 'You' : <ChangeStatus user={user} />
}

export function Content(): ReactNode {
  const [status, setStatus] = useFilter('status', statuses)
  const [search, choose] = useSearch('search')
  const asked = { ...(status && { status }), ...(search !== '' && { search }) }
  return (
    <Page
      title="Users"
      lead="Accounts, newest first. A suspended person can still export and delete what is theirs."
    >
      <SearchForm name="search" label="E-mail or organisation" value={search} choose={choose} maxLength={200}>
        <Filter label="State" values={statuses} value={status} choose={setStatus} />
      </SearchForm>
      <List
        caption="Users, newest first"
        queryKey={['users', asked]}
        read={(page) => api.identity.listUsers({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="Nobody found">Search for less, or choose another state.</Empty>}
      />
    </Page>
  )
}
