import type { Context, HandlerOf } from '@triptych/kernel'
import type { Sections } from '../archive/collect.ts'
import type { privacyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { auditOfPerson } from '../store/audit-of-person.ts'

/** What this service itself holds about a person. */
export const ownSections = async (
  deps: Pick<Deps, 'db' | 'ciphers'>,
  context: Context,
  userId: string,
): Promise<Sections> => [{ name: 'audit', items: await auditOfPerson(deps, context, userId) }]

export const exportPersonalData =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof privacyContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => ({ sections: await ownSections(deps, context, userId) })
