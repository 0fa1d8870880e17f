import { randomBytes } from 'node:crypto'
import type { Transaction } from '@triptych/db'
import { type Context, failure, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { hashOf } from '../domain/refresh-token.ts'
import { requestMail } from '../mails.ts'
import { findAccount } from '../store/accounts.ts'
import { closeOrganizations, soleOwnedOrganizations } from '../store/organizations.ts'
import type { IdentityTables } from '../store/tables.ts'
import { requestErasure } from './request-erasure.ts'
import { requireLiveSession } from './require-live-session.ts'

export const deleteMe =
  (deps: Deps): HandlerOf<typeof identityContract, 'deleteMe'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    const receipt = { id: deps.newId(), token: randomBytes(32).toString('base64url') }
    await erase(deps, context, { userId, receipt, closes: input.close_organizations })
    deps.ciphers.forget(userId)
    await markChangedSoon(deps, userId)
    return { receipt_id: receipt.id, receipt_token: receipt.token }
  }

interface Deletion {
  readonly userId: string
  readonly receipt: { readonly id: string; readonly token: string }
  readonly closes: boolean
}

async function erase(deps: Deps, context: Context, { userId, receipt, closes }: Deletion): Promise<void> {
  const audit = await auditOf(deps, context, userId)
  const at = isoTime(deps.clock)
  await deps.db.write(context, async (transaction) => {
    const { query } = transaction
    await requireLiveSession(query, context)
    const account = await findAccount(query, userId)
    if (account === undefined) return
    await leaveOrganizations(transaction, userId, { closes, at })
    audit(transaction, { action: 'identity.user.deleted', target: `user:${userId}` })
    await requestMail(deps, transaction, { template: 'account_deleted', email: account.email })
    await requestErasure(transaction, {
      userId,
      erasureId: receipt.id,
      receiptTokenHash: hashOf(receipt.token),
      at,
    })
  })
}

async function leaveOrganizations(
  transaction: Transaction<IdentityTables>,
  userId: string,
  { closes, at }: { closes: boolean; at: string },
): Promise<void> {
  const { query } = transaction
  await lockOwned(query, userId)
  const owned = await soleOwnedOrganizations(query)
  if (owned.length > 0 && !closes) throw failure(errors.sole_owner, { data: { organizations: owned } })
  await closeOrganizations(transaction, owned, at)
}

/** Two owners who leave at once must not each count on the other. */
const lockOwned = (query: Transaction<IdentityTables>['query'], userId: string) =>
  query
    .selectFrom('organizations')
    .select('id')
    .where('id', 'in', (members) =>
      members
        .selectFrom('organization_members')
        .select('organization_id')
        .where('user_id', '=', userId)
        .where('role', '=', 'owner'),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
