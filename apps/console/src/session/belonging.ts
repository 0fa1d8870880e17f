import type { QueryClient } from '@tanstack/react-query'
import type { Me } from '../api/api.ts'
import { chooseOrganization, chosenOrganization } from './organization.ts'

export const meKey = ['me']

/** All that was read for a page, which is whatever does not say who is here. */
export const ofPages = {
  predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== meKey[0],
}

/** Asks where this person belongs now; goes on in another company when they were removed from this one. */
export async function askWhereAgain(client: QueryClient): Promise<void> {
  const before = chosenOrganization()
  await client.refetchQueries({ queryKey: meKey }, { cancelRefetch: false })
  const me = client.getQueryData<Me | null>(meKey)
  if (me === undefined || me === null || me.organizations.some(({ id }) => id === before)) return
  const [first] = me.organizations
  if (first === undefined) {
    client.removeQueries(ofPages)
    return
  }
  chooseOrganization(first.id)
  await client.resetQueries(ofPages)
}
