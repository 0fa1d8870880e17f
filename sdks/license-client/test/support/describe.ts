import type { Failure, LicenseEvent, Verdict } from '../../src/index.ts'

const resolverCodes = new Set(['ENOTFOUND', 'EAI_AGAIN'])
/** How the two HTTP clients name a connection that broke. */
const brokenCodes = new Set(['ECONNRESET', 'UND_ERR_SOCKET'])

export function describeFailure(failure: Failure): string {
  if (failure.kind === 'server') return `server ${failure.status}`
  if (failure.kind === 'untrusted') return `untrusted ${failure.verdict}`
  if (failure.kind !== 'network') return failure.kind
  if (resolverCodes.has(failure.code)) return 'no such host'
  return brokenCodes.has(failure.code) ? 'broken' : failure.code
}

const inMinutes = (ms: number): string => `${Math.round(ms / 60_000)} min`

export function describeEvent(event: LicenseEvent): string {
  switch (event.type) {
    case 'attempt_failed':
      return `${event.operation} ${event.attempt}: ${describeFailure(event.failure)}`
    case 'offline':
      return `offline, ${inMinutes(event.graceEndsInMs)} left`
    case 'recovered':
      return `recovered after ${inMinutes(event.offlineForMs)}`
    case 'clock_changed':
      return `clock ${event.byMs > 0 ? '+' : '-'}${Math.round(Math.abs(event.byMs) / 3_600_000)} h`
    case 'ended':
      return `ended: ${event.error.reason}`
    case 'released':
      return event.confirmed ? 'released' : 'released, unconfirmed'
    default:
      return event.type
  }
}

export function describeVerdict(verdict: Verdict): string {
  if (verdict.status === 'refused') return `refused: ${verdict.refusal.reason}`
  if (verdict.status === 'unreachable')
    return `unreachable: ${describeFailure(verdict.failure)}, ${verdict.grace}`
  return verdict.status
}
