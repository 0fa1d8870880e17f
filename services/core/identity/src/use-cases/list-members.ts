import type { HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { listMembersOf } from '../store/organizations.ts'
import { readInOrganization } from './in-organization.ts'

export const listMembers =
  (deps: Deps): HandlerOf<typeof identityContract, 'listMembers'> =>
  async (context, input) => {
    const scope = { organizationId: input.id, least: 'member' as const }
    const rows = await readInOrganization(deps, context, scope, (query) =>
      listMembersOf(query, input.id, input),
    )
    const items = rows.slice(0, input.limit)
    return { items, next_cursor: rows.length > input.limit ? (items.at(-1)?.user_id ?? null) : null }
  }
