import type { ReactNode } from 'react'
import { api } from '../../api/api.ts'
import { Page } from '../../ui/page.tsx'
import { Trail } from './trail.tsx'

export const Content = (): ReactNode => (
  <Page title="What was done" lead="In your company, by whom and when. Entries are sealed into a chain.">
    <Trail name="company" read={(page) => api.privacy.listOrganizationTrail(page)} />
  </Page>
)
