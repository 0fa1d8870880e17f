import {
  actingFor,
  type Context,
  failure,
  type HandlerOf,
  isoTime,
  requestErrors,
  userIdOf,
} from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { findAccount, updateAccount } from '../store/accounts.ts'
import { revokePersonalTokens, revokeSessions } from '../store/sessions.ts'
import type { UserStatus } from '../store/tables.ts'
import { requireLiveSession } from './require-live-session.ts'

export const updateUser =
  (deps: Deps): HandlerOf<typeof identityContract, 'updateUser'> =>
  async (context, input, fail) => {
    const adminId = userIdOf(context.actor) ?? ''
    if (input.id === adminId)
      throw failure(requestErrors.forbidden, {
        detail: 'Ask another administrator to change your own account.',
      })
    await deps.db.read(context, (query) => requireLiveSession(query, context))
    const changed = await save(deps, context, { adminId, userId: input.id, status: input.status })
    if (changed === undefined) throw fail('identity.user_not_found')
    await markChangedSoon(deps, input.id)
    return changed
  }

interface Change {
  readonly adminId: string
  readonly userId: string
  readonly status: UserStatus
}

async function save(deps: Deps, context: Context, { adminId, userId, status }: Change) {
  const audit = await auditOf(deps, context, adminId)
  const at = isoTime(deps.clock)
  return deps.db.write(actingFor(context, userId), async (transaction) => {
    const { query, emit, remember } = transaction
    const account = await findAccount(query, userId)
    if (account === undefined) return undefined
    await updateAccount(query, userId, { status, updated_at: at })
    // A suspended person's sign-in, too, ends when the account is active again.
    if (status !== 'active' || account.status !== 'active') {
      await revokeSessions(transaction, { userId, at })
      await revokePersonalTokens(query, userId, at)
    }
    emit(events.userStatusChanged, { userId, status })
    audit(transaction, {
      action: 'identity.user.status_changed',
      target: `user:${userId}`,
      references: { from: account.status, to: status },
    })
    const answer = { id: userId, status }
    remember(answer)
    return answer
  })
}
