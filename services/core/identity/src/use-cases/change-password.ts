import { type Context, failure, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { isCommonPassword } from '../domain/common-passwords.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import { requestMail } from '../mails.ts'
import { updateAccount } from '../store/accounts.ts'
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
    if (!(await passwordMatches(account?.password_hash, input.current_password)))
      throw fail('identity.invalid_credentials')
    await deps.guard.clear(attempt)
    await save(deps, context, { userId, email: account?.email ?? '', password: input.password })
    await markChangedSoon(deps, userId)
    return { password_changed: true as const }
  }

async function save(
  deps: Deps,
  context: Context,
  { userId, email, password }: { userId: string; email: string; password: string },
): Promise<void> {
  const passwordHash = await hashPassword(password)
  const audit = await auditOf(deps, context, userId)
  const at = isoTime(deps.clock)
  const current = context.actor.kind === 'user' ? context.actor.sessionId : undefined
  await deps.db.write(context, async (transaction) => {
    await updateAccount(transaction.query, userId, { password_hash: passwordHash, updated_at: at })
    await revokeSessions(transaction, { userId, at, except: current })
    await requestMail(deps, transaction, { template: 'password_changed', email, userId })
    audit(transaction, { action: 'identity.password.changed', target: `user:${userId}` })
  })
}
