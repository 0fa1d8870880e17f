import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { pageOfMemberships } from '../store/organizations.ts'

export const listOrganizations =
  (deps: Deps): HandlerOf<typeof identityContract, 'listOrganizations'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    return toPage(
      await deps.db.read(context, (query) => pageOfMemberships(query, userId, input)),
      input.limit,
    )
  }
