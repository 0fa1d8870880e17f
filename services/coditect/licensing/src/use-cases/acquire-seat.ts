import { type Context, type Fail, failure, type HandlerOf, isAppError } from '@triptych/kernel'
import { machineOf } from '@triptych/license-format'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import type { FindLicense, Found } from '../find-license.ts'
import { tagOf } from '../find-license.ts'
import { forgetMachine, knowMachine } from '../know-machine.ts'
import { leaseOf } from '../lease-of.ts'
import { limit } from '../limits.ts'
import type { Acquired } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
import { heartbeatView, holderView } from '../session-view.ts'
import { admit } from './admit.ts'

type Acquire = HandlerOf<typeof licensingContract, 'acquireSeat'>
type Input = Parameters<Acquire>[1]

export const acquireSeat =
  (deps: Deps, findLicense: FindLicense): Acquire =>
  async (context, input, fail) => {
    const startedAt = performance.now()
    try {
      const answer = await acquire(deps, findLicense, { context, input, fail })
      deps.metrics.count('triptych_licensing_acquires_total', { seat_outcome: 'granted' })
      return answer
    } catch (error) {
      deps.metrics.count('triptych_licensing_acquires_total', { seat_outcome: outcomeOf(error) })
      throw error
    } finally {
      deps.metrics.observe('triptych_licensing_acquire_seconds', {}, (performance.now() - startedAt) / 1_000)
    }
  }

interface Call {
  readonly context: Context
  readonly input: Input
  readonly fail: Parameters<Acquire>[2]
}

async function acquire(deps: Deps, findLicense: FindLicense, { context, input, fail }: Call) {
  const { kv, config, clock } = deps
  const machine = await machineOf(input.hardware_id)
  await Promise.all([
    limit(kv, `acquire:ip:${context.ip ?? ''}`, config.SEAT_REQUESTS_PER_IP),
    // Counted by what was sent, so that a wrong key is no way around.
    limit(kv, `acquire:machine:${tagOf(input.license_key)}:${machine}`, config.ACQUIRES_PER_MACHINE),
  ])
  const found = await findLicense(context, {
    reference: input.license_key,
    machine,
    scope: 'licensing:write',
  })
  const { license, member } = found
  admit(found, clock.now(), fail)
  const known = await knowMachine(deps, context, found, machine)
  if (license.approved_machines_only && known.approved_at === null)
    throw fail('licensing.machine_not_approved')
  const audit = await auditOf(deps, context, license.organization_id)
  const request = {
    licenseId: license.id,
    organizationId: license.organization_id,
    machine,
    userId: member?.userId ?? null,
    ip: context.ip ?? null,
    userAgent: context.userAgent ?? null,
  }
  const acquired = await deps.seats.acquire(context, request, seatWitness(deps, audit))
  if (acquired.kind !== 'granted') {
    if (found.machine === undefined) await forgetMachine(deps, context, { license, id: known.id, audit })
    throw refusal(acquired, found, clock.now(), fail)
  }
  const { session, used, max } = acquired
  if (session.overlap && session.started_at === session.last_heartbeat_at)
    deps.metrics.count('triptych_licensing_overlaps_total', {})
  const token = await leaseOf(deps, session, input.nonce)
  return { session_id: session.id, ...heartbeatView(session, token), seats_used: used, max_seats: max }
}

type Codes = 'licensing.suspended' | 'licensing.inactive' | 'licensing.no_seats'

function refusal(
  acquired: Exclude<Acquired, { kind: 'granted' }>,
  { member }: Found,
  now: number,
  fail: Fail<Codes>,
): Error {
  if (acquired.kind === 'refused') return fail(`licensing.${acquired.status}`)
  const { used, max, nextFreeAt, holders } = acquired
  return failure(errors.no_seats, {
    detail: `All ${max} seats are taken. The next one frees when a machine is closed or falls silent.`,
    data: {
      current_seats_used: used,
      max_seats: max,
      next_free_at: nextFreeAt,
      ...(member === undefined ? {} : { holders: holders.map(holderView) }),
    },
    ...(nextFreeAt === null ? {} : { retryAfterMs: Math.max(0, Date.parse(nextFreeAt) - now) }),
  })
}

/** How an attempt ended, for the measures: the name of its refusal. */
const outcomeOf = (error: unknown): string =>
  isAppError(error) ? error.code.replace(/^licensing\./, '').replace('request.', '') : 'failed'
