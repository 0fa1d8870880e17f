import type { Me, Membership } from '../api/api.ts'
import { isManager } from './is-manager.ts'
import { useOrganization } from './organization.ts'
import { useMe } from './use-session.ts'

const nobody = { organizations: [] }

interface Here {
  readonly me: Me
  readonly company: Membership
  /** Whether they may change what is the company’s. */
  readonly manages: boolean
}

/** Who is here and the company they work in; undefined for whoever belongs to none. */
export function useCompany(): Here | undefined {
  const { data: me } = useMe()
  const company = useOrganization(me ?? nobody)
  return me === undefined || me === null || company === undefined
    ? undefined
    : { me, company, manages: isManager(company.role) }
}
