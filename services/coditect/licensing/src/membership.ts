import { identityErrors } from '@triptych/identity/contract'
import { type Context, isFailure } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { inOrganization, type SessionRef } from './ports/seats.ts'
import { findSession, placeOfSession } from './store/sessions.ts'

export interface Member {
  readonly userId: string
  readonly role: 'owner' | 'admin' | 'member'
}

/** What a program's token must be allowed to. */
export type Scope = 'licensing:read' | 'licensing:write'

/** Who calls, as a member of this organisation; undefined for everybody else, whoever they are. */
export async function memberOf(
  { identity }: Pick<Deps, 'identity'>,
  context: Context,
  organizationId: string,
  scope: Scope,
): Promise<Member | undefined> {
  const { actor } = context
  if (actor.kind === 'anonymous' || actor.kind === 'system') return undefined
  if (actor.kind === 'user' && actor.suspended === true) return undefined
  const isOther = actor.kind === 'token' && actor.organizationId !== organizationId
  if (isOther || (actor.kind === 'token' && !actor.scopes.includes(scope))) return undefined
  const { userId } = actor
  const found = await identity
    .resolveTenant(context, { user_id: userId, organization_id: organizationId })
    .catch((error: unknown) => {
      if (isFailure(error, identityErrors.organization_not_found)) return undefined
      throw error
    })
  return found && { userId, role: found.role }
}

/** A session as a member of its organisation finds it. */
export interface FoundSession {
  readonly session: SessionRef
  readonly isOwn: boolean
  /** Whose seat it is, or an administrator: nobody else keeps or ends it. */
  readonly isInCharge: boolean
}

/** The session of this id; undefined for everybody who is no member of its organisation. */
export async function sessionOfMember(
  deps: Pick<Deps, 'identity' | 'db'>,
  context: Context,
  sessionId: string,
): Promise<FoundSession | undefined> {
  if (context.actor.kind === 'anonymous') return undefined
  const place = await deps.db.readOne(context, (query) => placeOfSession(query, sessionId))
  if (place === undefined) return undefined
  const member = await memberOf(deps, context, place.organizationId, 'licensing:write')
  if (member === undefined) return undefined
  const found = await deps.db.readOne(inOrganization(context, place.organizationId), (query) =>
    findSession(query, sessionId, place.licenseId),
  )
  const isOwn = found?.user_id === member.userId
  return { session: { ...place, sessionId }, isOwn, isInCharge: isOwn || member.role !== 'member' }
}
