import { actingFor, type Context, isoTime } from '@triptych/kernel'
import type { Transaction } from '@triptych/db'
import { createCipher } from '@triptych/vault'
import { auditWith } from '../audit.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { type Account, insertAccount } from '../store/accounts.ts'
import { insertOrganization } from '../store/organizations.ts'
import type { IdentityTables } from '../store/tables.ts'

export interface AccountRequest {
  readonly email: string
  readonly fullName: string
  readonly passwordHash: string | null
  readonly isVerified: boolean
  readonly companyName: string | undefined
  readonly locale: string | undefined
}

export interface CreatedAccount<T> {
  readonly account: Account
  readonly organization: { id: string; name: string } | undefined
  readonly rest: T
}

/** Creates an account, its key and its organisation; `rest` joins the same transaction. */
export async function createAccount<T>(
  deps: Deps,
  context: Context,
  request: AccountRequest,
  rest: (transaction: Transaction<IdentityTables>, account: Account) => Promise<T>,
): Promise<CreatedAccount<T>> {
  const now = isoTime(deps.clock)
  const account: Account = {
    id: deps.newId(),
    email: request.email,
    full_name: request.fullName,
    email_verified_at: request.isVerified ? now : null,
    roles: ['user'],
    status: 'active',
  }
  const key = await newKey(deps, account.id)
  const organization = await organizationOf(deps, request.companyName)
  const acting = actingFor(context, account.id)
  const inside: Context =
    organization === undefined
      ? acting
      : { ...acting, tenant: { organizationId: organization.id, role: 'owner' } }
  const audit = auditWith(deps, context, account.id, key.cipher)
  const answer = await deps.db.write(inside, async (transaction) => {
    const { passwordHash, locale = 'en' } = request
    await insertAccount(transaction.query, { account, passwordHash, wrappedKey: key.wrapped, locale, now })
    if (organization !== undefined)
      await insertOrganization(transaction, { ...organization, ownerId: account.id, now })
    transaction.emit(events.userRegistered, {
      userId: account.id,
      organizationId: organization?.id ?? '',
    })
    audit(transaction, { action: 'identity.user.registered', target: `user:${account.id}` })
    return rest(transaction, account)
  })
  return {
    account,
    organization: organization && { id: organization.id, name: organization.name },
    rest: answer,
  }
}

async function newKey({ keyRing }: Deps, userId: string) {
  const wrapped = await keyRing.generate(userId)
  const dataKey = await keyRing.unwrap(wrapped, userId)
  return { wrapped, cipher: createCipher({ subject: userId, dataKey }) }
}

async function organizationOf({ keyRing, newId }: Deps, name: string | undefined) {
  if (name === undefined) return undefined
  const id = newId()
  return { id, name, wrappedKey: await keyRing.generate(id) }
}
