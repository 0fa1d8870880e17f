import { type Context, type Fail, failure, type HandlerOf, isAppError, requestErrors } from '@triptych/kernel'
import { machineOf } from '@triptych/license-format'
import type { Admissions, Asking } from '../admissions.ts'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { tagOf } from '../find-license.ts'
import { activateLicenseOf, knownWithSeat } from '../know-machine.ts'
import { leaseOf } from '../lease-of.ts'
import { limit } from '../limits.ts'
import type { Member } from '../membership.ts'
import type { Acquired } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
import { heartbeatView, holderView } from '../session-view.ts'

type Acquire = HandlerOf<typeof licensingContract, 'acquireSeat'>
type Input = Parameters<Acquire>[1]

export const acquireSeat =
  (deps: Deps, admissions: Admissions): Acquire =>
  async (context, input, fail) => {
    const startedAt = performance.now()
    try {
      const answer = await acquire(deps, admissions, { context, input, fail })
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

/** Each try after a change of the licence, which is rare: also when Redis goes away and comes back. */
const triesMax = 5

async function acquire(deps: Deps, admissions: Admissions, { context, input, fail }: Call) {
  const { kv, config, clock } = deps
  const reference = input.license_key
  const machine = await machineOf(input.hardware_id)
  const asking = { reference, machine, tag: `${tagOf(reference)}:${machine}` }
  await Promise.all([
    limit(kv, `acquire:ip:${context.ip ?? ''}`, config.SEAT_REQUESTS_PER_IP),
    // Counted by what was sent, so that a wrong key is no way around.
    limit(kv, `acquire:machine:${asking.tag}`, config.ACQUIRES_PER_MACHINE),
  ])
  for (let tries = 0; tries < triesMax; tries += 1) {
    const admitted = await admissions.admit(context, asking, fail)
    const { admission, member } = admitted
    const audit = await auditOf(deps, context, admission.organizationId)
    const request = { ...admission, ...requester(context, { ...asking, ...input }, member) }
    const witness = seatWitness(deps, audit)
    const acquired = await deps.seats.acquire(
      context,
      request,
      admitted.isNew ? knownWithSeat(deps, audit, witness) : witness,
    )
    if (acquired.kind === 'granted') {
      admissions.remember(asking, admission)
      if (admitted.isFirst) await activateLicenseOf(deps, context, admission)
      return grant(deps, acquired, input.nonce)
    }
    admissions.forget(asking)
    if (acquired.kind === 'outdated') continue
    throw refusal(acquired, member, clock.now(), fail)
  }
  throw failure(requestErrors.unavailable)
}

const requester = (
  context: Context,
  { machine, machine_name: machineName }: Pick<Asking, 'machine'> & Pick<Input, 'machine_name'>,
  member: Member | undefined,
) => ({
  machine,
  machineName: machineName ?? null,
  userId: member?.userId ?? null,
  ip: context.ip ?? null,
  userAgent: context.userAgent ?? null,
})

async function grant(
  deps: Deps,
  { session, used, max }: Extract<Acquired, { kind: 'granted' }>,
  nonce: string | undefined,
) {
  if (session.overlap && session.started_at === session.last_heartbeat_at)
    deps.metrics.count('triptych_licensing_overlaps_total', {})
  const token = await leaseOf(deps, session, nonce)
  return { session_id: session.id, ...heartbeatView(session, token), seats_used: used, max_seats: max }
}

type Codes = 'licensing.suspended' | 'licensing.inactive' | 'licensing.no_seats'

function refusal(
  acquired: Extract<Acquired, { kind: 'full' | 'refused' }>,
  member: Member | undefined,
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
