import { type HandlerOf, isoTime, toPage } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { readInOrganization } from './in-organization.ts'

export const listInvitations =
  (deps: Deps): HandlerOf<typeof identityContract, 'listInvitations'> =>
  async (context, input) => {
    const scope = { organizationId: input.id, least: 'admin' as const }
    const rows = await readInOrganization(deps, context, scope, (query) => {
      const open = query
        .selectFrom('invitations')
        .select(['id', 'email', 'role', 'invited_by', 'created_at', 'expires_at'])
        .where('organization_id', '=', input.id)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', isoTime(deps.clock))
        .orderBy('id', 'desc')
        .limit(input.limit + 1)
      return (input.cursor === undefined ? open : open.where('id', '<', input.cursor)).execute()
    })
    return toPage(rows, input.limit)
  }
