import type { ReactNode } from 'react'
import { api } from '../../api/api.ts'
import { useMembers } from '../../api/members.ts'
import { namesTo } from '../../format/names.ts'
import { useCompany } from '../../session/use-company.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { entryColumns } from './entry-columns.tsx'
import { Trail } from './trail.tsx'

export function Content(): ReactNode {
  const here = useCompany()
  const members = useMembers(here?.company.id)
  return (
    <Page title="What was done" lead="In your company, by whom and when. Entries are sealed into a chain.">
      {/* Without names it is still worth reading; with them it is shown once, not twice. */}
      {members.isLoading ? (
        <Skeleton />
      ) : (
        <Trail
          name="company"
          read={(page) => api.privacy.listOrganizationTrail(page)}
          columns={entryColumns(namesTo(here?.me, members.data))}
        />
      )}
    </Page>
  )
}
