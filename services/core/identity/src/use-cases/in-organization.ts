import type { Transaction } from '@triptych/db'
import { type Context, failure, userIdOf } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { type Audit, auditOf } from '../audit.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { isAtLeast } from '../domain/roles.ts'
import { lockOrganization, type Membership, membershipIn } from '../store/organizations.ts'
import type { IdentityTables, Role } from '../store/tables.ts'

/** An organisation named by a path, and what the acting person is in it. */
export interface Scope {
  readonly organizationId: string
  readonly least: Role
}

export interface Inside {
  readonly userId: string
  readonly membership: Membership
}

/** Reads the rows of one organisation for a member; for everybody else it does not exist. */
export function readInOrganization<T>(
  deps: Pick<Deps, 'db'>,
  context: Context,
  scope: Scope,
  work: (query: Kysely<IdentityTables>, inside: Inside) => Promise<T>,
): Promise<T> {
  return deps.db.read(inside(context, scope), async (query) =>
    work(query, await admit(query, context, scope)),
  )
}

/** Changes one organisation; its changes come one after the other, so that what was decided still holds. */
export async function writeInOrganization<T>(
  deps: Deps,
  context: Context,
  scope: Scope,
  work: (transaction: Transaction<IdentityTables>, inside: Inside, audit: Audit) => Promise<T>,
): Promise<T> {
  const audit = await auditOf(deps, context, userIdOf(context.actor) ?? '')
  return deps.db.write(inside(context, scope), async (transaction) => {
    await lockOrganization(transaction.query, scope.organizationId)
    const admitted = await admit(transaction.query, context, scope)
    return work(transaction, admitted, (target, entry) =>
      audit(target, { ...entry, organizationId: scope.organizationId }),
    )
  })
}

const inside = (context: Context, scope: Scope): Context => ({
  ...context,
  tenant: { organizationId: scope.organizationId, role: 'member' },
})

async function admit(query: Kysely<IdentityTables>, context: Context, scope: Scope): Promise<Inside> {
  const userId = userIdOf(context.actor) ?? ''
  const membership = await membershipIn(query, userId, scope.organizationId)
  if (membership === undefined) throw failure(errors.organization_not_found)
  if (!isAtLeast(membership.role, scope.least)) throw failure(errors.role_required)
  return { userId, membership }
}
