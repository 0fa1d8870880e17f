import type { Me, Membership } from '../api/api.ts'
import { useOrganization } from './organization.ts'
import { useMe } from './use-session.ts'

const nobody = { organizations: [] }

/** Who is here and the company they work in; undefined for whoever belongs to none. */
export function useCompany(): { readonly me: Me; readonly company: Membership } | undefined {
  const { data: me } = useMe()
  const company = useOrganization(me ?? nobody)
  return me === undefined || me === null || company === undefined ? undefined : { me, company }
}
