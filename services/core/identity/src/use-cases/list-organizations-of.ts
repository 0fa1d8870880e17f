import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { membershipsOf } from '../store/organizations.ts'

export const listOrganizationsOf =
  (deps: Deps): HandlerOf<typeof identityContract, 'listOrganizationsOf'> =>
  async (context, input) => ({
    items: await deps.db.read(actingFor(context, input.user_id), (query) =>
      membershipsOf(query, input.user_id),
    ),
  })
