import { type Context, failure, type HandlerOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { limit } from '../limits.ts'
import { sessionOfMember } from '../membership.ts'
import type { SessionRef } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
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
  const found = await sessionOfMember(deps, context, leaving.sessionId)
  if (found === undefined) throw failure(errors.session_not_found)
  if (!found.isInCharge) throw failure(errors.release_forbidden)
  return { session: found.session, reason: found.isOwn ? 'released' : 'released_by_admin' }
}
