import { type Context, failure, type HandlerOf } from '@triptych/kernel'
import type { LeaseClaims } from '@triptych/license-format'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { EndReason } from '../contract/schemas.ts'
import type { Deps } from '../deps.ts'
import { leaseOf } from '../lease-of.ts'
import { limit } from '../limits.ts'
import { sessionOfMember } from '../membership.ts'
import type { SessionRef } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
import { heartbeatView } from '../session-view.ts'

type Contract = typeof licensingContract

export const heartbeat = (deps: Deps): HandlerOf<Contract, 'heartbeat'> => {
  const beat = createHeartbeat(deps)
  return (context, { session_id: sessionId, ...given }) => beat(context, { sessionId, ...given })
}

export const heartbeatSession = (deps: Deps): HandlerOf<Contract, 'heartbeatSession'> => {
  const beat = createHeartbeat(deps)
  return (context, { id: sessionId, ...given }) => beat(context, { sessionId, ...given })
}

interface Beat {
  readonly sessionId: string
  readonly signed_token?: string | undefined
  readonly nonce?: string | undefined
}

/** Refused heartbeats of one machine, a minute; those of a holder are not counted. */
const refusedPerMinute = 20

function createHeartbeat(deps: Deps) {
  const { kv, config, seats, metrics } = deps

  const count = (outcome: string): void =>
    metrics.count('triptych_licensing_heartbeats_total', { seat_outcome: outcome })

  return async (context: Context, beat: Beat) => {
    const startedAt = performance.now()
    try {
      const session = await sessionOf(deps, context, beat)
      if (session === undefined) {
        count('token_invalid')
        await limit(kv, `heartbeat:ip:${context.ip ?? ''}`, config.SEAT_REQUESTS_PER_IP)
        throw failure(errors.token_invalid)
      }
      const audit = await auditOf(deps, context, session.organizationId)
      const beaten = await seats.heartbeat(context, session, seatWitness(deps, audit))
      if (beaten.kind === 'lost') {
        count(beaten.reason)
        await limit(kv, `heartbeat:session:${session.sessionId}`, refusedPerMinute)
        throw failure(errors.session_expired, {
          detail: cureOf(beaten.reason),
          data: { reason: beaten.reason },
        })
      }
      count('granted')
      return heartbeatView(beaten.session, await leaseOf(deps, beaten.session, beat.nonce))
    } finally {
      metrics.observe('triptych_licensing_heartbeat_seconds', {}, (performance.now() - startedAt) / 1_000)
    }
  }
}

/** What to do about a session that has ended. */
const cures: Readonly<Partial<Record<EndReason, string>>> = {
  license_suspended: 'The licence is suspended: every seat comes back once its subscription is paid.',
  license_inactive: 'The licence has ended with its subscription.',
  plan_reduced: 'The plan has fewer seats now, and this one was among the newest.',
  released_by_admin: 'An administrator of the organisation has released this seat.',
}
const cureOf = (reason: EndReason): string => cures[reason] ?? 'Acquire a seat again.'

/** The session, where its own lease asks for it, or who is in charge of it: the answer holds a lease of its own. */
async function sessionOf(deps: Deps, context: Context, beat: Beat): Promise<SessionRef | undefined> {
  const claims = beat.signed_token === undefined ? undefined : await deps.leases.read(beat.signed_token)
  if (claims?.session === beat.sessionId) return sessionIn(claims)
  const found = await sessionOfMember(deps, context, beat.sessionId)
  return found?.isInCharge === true ? found.session : undefined
}

export const sessionIn = (claims: LeaseClaims): SessionRef => ({
  licenseId: claims.license,
  organizationId: claims.organization,
  sessionId: claims.session,
})
