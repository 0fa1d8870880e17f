import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { insertOrganization } from '../store/organizations.ts'

export const createOrganization =
  (deps: Deps): HandlerOf<typeof identityContract, 'createOrganization'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    const id = deps.newId()
    const wrappedKey = await deps.keyRing.generate(id)
    const audit = await auditOf(deps, context, userId)
    const answer = { id, name: input.name, role: 'owner' as const }
    const inside = { ...context, tenant: { organizationId: id, role: 'owner' as const } }
    await deps.db.write(inside, async (transaction) => {
      const now = isoTime(deps.clock)
      await insertOrganization(transaction, { id, name: input.name, ownerId: userId, wrappedKey, now })
      audit(transaction, {
        action: 'identity.organization.created',
        target: `organization:${id}`,
        organizationId: id,
      })
      transaction.remember(answer)
    })
    await markChangedSoon(deps, userId)
    return answer
  }
