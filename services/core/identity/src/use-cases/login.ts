import { actingFor, type Context, type HandlerOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { deviceOf } from '../domain/device-token.ts'
import { passwordMatches } from '../passwords.ts'
import { mayMail, requestMail } from '../mails.ts'
import { findAccount, findLogin, type Login } from '../store/accounts.ts'
import { openSession, signedInOf } from './open-session.ts'
import { signInSuspended } from './sign-in-suspended.ts'

export const login =
  (deps: Deps): HandlerOf<typeof identityContract, 'login'> =>
  async (context, input, fail) => {
    const found = await deps.db.read(context, (query) => findLogin(query, input.email))
    const device = found && deviceOf(deps.config.IDENTITY_SECRET, found.id, input.device_token)
    const attempt = { email: input.email, device, ip: context.ip }
    await deps.guard.admit(attempt)
    const matches = await passwordMatches(found?.password_hash, input.password)
    if (found === undefined || !matches) {
      throw fail('identity.invalid_credentials')
    }
    await deps.guard.clear(attempt)
    if (deps.requiresVerifiedEmail && !found.is_verified) {
      await sendVerification(deps, context, found, input.email)
      // The same answer: whoever registered somebody else's address must not learn that it was free.
      throw fail('identity.invalid_credentials')
    }
    if (found.status !== 'active') throw await signInSuspended(deps, context, found.id)
    const signedIn = await open(deps, context, found.id)
    if (signedIn === undefined) throw fail('identity.invalid_credentials')
    return signedInOf(deps, signedIn.account, signedIn.session)
  }

async function open(deps: Deps, context: Context, userId: string) {
  const acting = actingFor(context, userId)
  const audit = await auditOf(deps, context, userId)
  return deps.db.write(acting, async (transaction) => {
    const account = await findAccount(transaction.query, userId)
    if (account === undefined) return undefined
    const session = await openSession(deps, transaction, context, userId)
    audit(transaction, { action: 'identity.session.opened', target: `session:${session.sessionId}` })
    return { account, session }
  })
}

async function sendVerification(deps: Deps, context: Context, found: Login, email: string): Promise<void> {
  const mail = { template: 'verify_email', email, userId: found.id } as const
  if (!(await mayMail(deps.counters, mail))) return
  await deps.db.write(actingFor(context, found.id), (transaction) => requestMail(deps, transaction, mail))
}
