import { type Context, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { auditOf } from '../audit.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { newPersonalToken } from '../domain/personal-token.ts'
import { hashOf } from '../domain/refresh-token.ts'
import { membershipsOf } from '../store/organizations.ts'
import type { IdentityTables } from '../store/tables.ts'
import { chooseTenant } from './resolve-tenant.ts'
import { requireLiveSession } from './require-live-session.ts'

const dayMs = 24 * 3_600_000

export const createToken =
  (deps: Deps): HandlerOf<typeof identityContract, 'createToken'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    const { token, prefix } = newPersonalToken()
    const now = deps.clock.now()
    const row = {
      id: deps.newId(),
      name: input.name,
      prefix,
      scopes: [...new Set(input.scopes)],
      created_at: isoTime(deps.clock),
      expires_at: new Date(now + input.expires_in_days * dayMs).toISOString(),
    }
    const organizationId = await save(deps, context, {
      row: { ...row, user_id: userId, token_hash: hashOf(token), last_used_at: null, revoked_at: null },
      organizationId: input.organization_id,
    })
    return { ...row, organization_id: organizationId, last_used_at: null, token }
  }

interface Saved {
  readonly row: {
    id: string
    user_id: string
    name: string
    prefix: string
    token_hash: Uint8Array
    scopes: string[]
    created_at: string
    expires_at: string
    last_used_at: null
    revoked_at: null
  }
  readonly organizationId: string | null | undefined
}

async function save(deps: Deps, context: Context, { row, organizationId }: Saved): Promise<string | null> {
  const audit = await auditOf(deps, context, row.user_id)
  return deps.db.write(context, async (transaction) => {
    const { query } = transaction
    await requireLiveSession(query, context)
    const bound = await bindTo(query, row.user_id, organizationId)
    await query
      .insertInto('personal_tokens')
      .values({ ...row, organization_id: bound })
      .execute()
    audit(transaction, {
      action: 'identity.personal_token.created',
      target: `personal_token:${row.id}`,
      references: { scopes: row.scopes.join(' '), ...(bound === null ? {} : { organization_id: bound }) },
    })
    return bound
  })
}

/** The organisation that was named, or the only one; none when that was asked for or the person has none. */
async function bindTo(
  query: Kysely<IdentityTables>,
  userId: string,
  asked: string | null | undefined,
): Promise<string | null> {
  const hasNone = asked === undefined && (await membershipsOf(query, userId)).length === 0
  if (asked === null || hasNone) return null
  return (await chooseTenant(query, userId, asked)).id
}
