import { type Context, failure, type HandlerOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { limit } from '../limits.ts'
import { type Member, memberOf } from '../membership.ts'
import { inOrganization, type SessionRef } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
import { findSession, placeOfSession } from '../store/sessions.ts'
import { sessionIn } from './heartbeat.ts'

type Contract = typeof licensingContract

export const releaseSeat = (deps: Deps): HandlerOf<Contract, 'releaseSeat'> => {
  const release = createRelease(deps)
  return (context, { session_id: sessionId, ...given }) => release(context, { sessionId, ...given })
}

export const releaseSession = (deps: Deps): HandlerOf<Contract, 'releaseSession'> => {
  const release = createRelease(deps)
  return (context, { id: sessionId, ...given }) => release(context, { sessionId, ...given })
}

interface Leaving {
  readonly sessionId: string
  readonly signed_token?: string | undefined
  readonly reason?: string | undefined
}

const createRelease =
  (deps: Deps) =>
  async (context: Context, leaving: Leaving): Promise<void> => {
    const { session, reason } = await placeOf(deps, context, leaving)
    const audit = await auditOf(deps, context, session.organizationId, leaving.reason)
    await deps.seats.release(context, session, reason, seatWitness(deps, audit))
  }

interface Place {
  readonly session: SessionRef
  readonly reason: 'released' | 'released_by_admin'
}

/** A machine leaves by its own lease, people by who they are. */
async function placeOf(deps: Deps, context: Context, leaving: Leaving): Promise<Place> {
  const { signed_token: token } = leaving
  const claims = token === undefined ? undefined : await deps.leases.read(token)
  if (claims?.session === leaving.sessionId) return { session: sessionIn(claims), reason: 'released' }
  if (context.actor.kind === 'anonymous') {
    await limit(deps.kv, `release:ip:${context.ip ?? ''}`, deps.config.SEAT_REQUESTS_PER_IP)
    throw failure(errors.token_invalid)
  }
  return placeOfMember(deps, context, leaving.sessionId)
}

async function placeOfMember(deps: Deps, context: Context, sessionId: string): Promise<Place> {
  const place = await deps.db.readOne(context, (query) => placeOfSession(query, sessionId))
  if (place === undefined) throw failure(errors.session_not_found)
  const member = await memberOf(deps, context, place.organizationId, 'licensing:write')
  if (member === undefined) throw failure(errors.session_not_found)
  const session = { ...place, sessionId }
  const isOwn = await isOfMember(deps, context, session, member)
  if (!isOwn && member.role === 'member') throw failure(errors.release_forbidden)
  return { session, reason: isOwn ? 'released' : 'released_by_admin' }
}

async function isOfMember(
  { db }: Deps,
  context: Context,
  { licenseId, organizationId, sessionId }: SessionRef,
  { userId }: Member,
): Promise<boolean> {
  const found = await db.readOne(inOrganization(context, organizationId), (query) =>
    findSession(query, sessionId, licenseId),
  )
  return found?.user_id === userId
}
