import { actingFor, type Context, failure, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import type { ProvidedIdentity } from '../ports/oidc-providers.ts'
import { type Account, findAccount, findLogin, type Login } from '../store/accounts.ts'
import { findLinked, linkIdentity } from '../store/linked-identities.ts'
import { closeOrganizations, soleOwnedOrganizations } from '../store/organizations.ts'
import { createAccount } from './create-account.ts'
import { openSession, type OpenedSession, signedInOf } from './open-session.ts'
import { requestErasure } from './request-erasure.ts'
import { signInSuspended } from './sign-in-suspended.ts'

/**
 * Signs in whom a provider vouches for. A known identity is its account. A new one joins an account only when both
 * sides have verified the address; an account that never verified it was made by somebody unknown and gives way.
 */
export async function signInWith(deps: Deps, context: Context, identity: ProvidedIdentity) {
  const { issuer, subject, email } = identity
  const linked = await deps.db.read(context, (query) => findLinked(query, issuer, subject))
  if (linked !== undefined) {
    if (linked.status !== 'active') throw await signInSuspended(deps, context, linked.user_id)
    return enter(deps, context, linked.user_id)
  }
  if (email === undefined || !identity.isEmailVerified) throw failure(errors.provider_email_unverified)
  const known = await deps.db.read(context, (query) => findLogin(query, email))
  if (known?.is_verified === true) {
    if (known.status !== 'active') throw await signInSuspended(deps, context, known.id)
    return enter(deps, context, known.id, identity)
  }
  if (known !== undefined) await giveWay(deps, context, known)
  return join(deps, context, { ...identity, email })
}

async function enter(deps: Deps, context: Context, userId: string, linking?: ProvidedIdentity) {
  const audit = await auditOf(deps, context, userId)
  const entered = await deps.db.write(actingFor(context, userId), async (transaction) => {
    const { query } = transaction
    const account = await findAccount(query, userId)
    if (account === undefined) return undefined
    if (linking !== undefined) {
      await linkIdentity(query, { ...linking, userId, at: isoTime(deps.clock) })
      audit(transaction, { action: 'identity.provider.linked', target: `user:${userId}` })
    }
    const session = await openSession(deps, transaction, context, userId)
    audit(transaction, { action: 'identity.session.opened', target: `session:${session.sessionId}` })
    return { account, session }
  })
  if (entered === undefined) throw failure(errors.account_unavailable)
  return answerOf(deps, entered)
}

async function join(deps: Deps, context: Context, identity: ProvidedIdentity & { readonly email: string }) {
  const created = await createAccount(
    deps,
    context,
    {
      email: identity.email,
      fullName: (identity.fullName ?? identity.email.split('@')[0] ?? '').slice(0, 200),
      passwordHash: null,
      isVerified: true,
      companyName: undefined,
      locale: undefined,
    },
    async (transaction, { id }) => {
      await linkIdentity(transaction.query, { ...identity, userId: id, at: isoTime(deps.clock) })
      return openSession(deps, transaction, context, id)
    },
  )
  return answerOf(deps, { account: created.account, session: created.rest })
}

const answerOf = (deps: Deps, { account, session }: { account: Account; session: OpenedSession }) =>
  signedInOf(deps, account, session)

/** Password, sign-ins, tokens and data of the unverified account go; its address is free for the one who owns it. */
async function giveWay(deps: Deps, context: Context, known: Login): Promise<void> {
  const audit = await auditOf(deps, context, known.id)
  const at = isoTime(deps.clock)
  await deps.db.write(actingFor(context, known.id), async (transaction) => {
    const account = await findAccount(transaction.query, known.id)
    if (account === undefined || account.email_verified_at !== null) return
    await closeOrganizations(transaction, await soleOwnedOrganizations(transaction.query), at)
    audit(transaction, { action: 'identity.user.replaced', target: `user:${known.id}` })
    await requestErasure(transaction, {
      userId: known.id,
      erasureId: deps.newId(),
      // Nobody is given the receipt's token.
      receiptTokenHash: new Uint8Array(),
      at,
    })
  })
  deps.ciphers.forget(known.id)
  await markChangedSoon(deps, known.id)
}
