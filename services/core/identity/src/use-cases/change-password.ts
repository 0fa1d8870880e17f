import { type Context, failure, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { isCommonPassword } from '../domain/common-passwords.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import { requestMail } from '../mails.ts'
import { lockPassword, updateAccount } from '../store/accounts.ts'
import { revokeSessions } from '../store/sessions.ts'
import { requireLiveSession } from './require-live-session.ts'

export const changePassword =
  (deps: Deps): HandlerOf<typeof identityContract, 'changePassword'> =>
  async (context, input, fail) => {
    if (isCommonPassword(input.password)) throw failure(errors.password_common)
    const userId = userIdOf(context.actor) ?? ''
    const account = await deps.db.read(context, async (query) => {
      await requireLiveSession(query, context)
      return query
        .selectFrom('users')
        .select(['email', 'password_hash'])
        .where('id', '=', userId)
        .executeTakeFirst()
    })
    const attempt = { email: account?.email ?? '', device: `change:${userId}`, ip: undefined }
    await deps.guard.admit(attempt)
    const known = account?.password_hash
    if (!(await passwordMatches(known, input.current_password))) throw fail('identity.password_incorrect')
    await deps.guard.clear(attempt)
    const change = { userId, email: account?.email ?? '', password: input.password, known: known ?? null }
    if (!(await save(deps, context, change))) throw fail('identity.password_incorrect')
    await markChangedSoon(deps, userId)
    return { password_changed: true as const }
  }

interface Change {
  readonly userId: string
  readonly email: string
  readonly password: string
  /** The hash that the current password was checked against. */
  readonly known: string | null
}

/** False when the password became another one meanwhile, by a reset perhaps: then the one that was checked is over. */
async function save(deps: Deps, context: Context, change: Change): Promise<boolean> {
  const { userId, email, known } = change
  const passwordHash = await hashPassword(change.password)
  const audit = await auditOf(deps, context, userId)
  const at = isoTime(deps.clock)
  const current = context.actor.kind === 'user' ? context.actor.sessionId : undefined
  return deps.db.write(context, async (transaction) => {
    const { query } = transaction
    if ((await lockPassword(query, userId)) !== known) return false
    await requireLiveSession(query, context)
    await updateAccount(query, userId, { password_hash: passwordHash, updated_at: at })
    await revokeSessions(transaction, { userId, at, except: current })
    await requestMail(deps, transaction, { template: 'password_changed', email, userId })
    audit(transaction, { action: 'identity.password.changed', target: `user:${userId}` })
    return true
  })
}
