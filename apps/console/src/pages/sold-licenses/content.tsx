import type { ReactNode } from 'react'
import { api, type SoldLicense } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Filter, useFilter } from '../../ui/filter.tsx'
import { LicenseTag } from '../../ui/license-tag.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchForm, useSearch } from '../../ui/search.tsx'
import { Empty } from '../../ui/states.tsx'

const statuses = ['active', 'suspended', 'inactive'] as const satisfies readonly SoldLicense['status'][]

const columns: readonly Column<SoldLicense>[] = [
  { title: 'Key', cell: (row) => <code className="whole">{row.key_display}</code> },
  { title: 'Company', cell: ({ organization }) => organization.name ?? none },
  { title: 'Plan', cell: ({ plan, is_trial: isTrial }) => `${plan.name}${isTrial ? ', on trial' : ''}` },
  { title: 'State', cell: ({ status }) => <LicenseTag status={status} /> },
  { title: 'Seats', cell: (row) => `${row.seats_used} of ${row.max_concurrent_seats}`, isNumber: true },
  { title: 'Until', cell: (row) => (row.expires_at === null ? none : onDay(row.expires_at)) },
]

export function Content(): ReactNode {
  const [status, setStatus] = useFilter('status', statuses)
  const [search, choose] = useSearch('search')
  const asked = { ...(status && { status }), ...(search !== '' && { search }) }
  return (
    <Page title="Licences sold" lead="Every licence, newest first.">
      <SearchForm
        name="search"
        label="Beginning of a key or an e-mail"
        value={search}
        choose={choose}
        maxLength={200}
      >
        <Filter label="State" values={statuses} value={status} choose={setStatus} />
      </SearchForm>
      <List
        caption="Licences, newest first"
        queryKey={['sold-licenses', asked]}
        read={(page) => api.licensing.listAllLicenses({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No licences">None was sold yet, or none is as you chose.</Empty>}
      />
    </Page>
  )
}
