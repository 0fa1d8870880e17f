import type { Failure, GraceRefusal, LicenseEvent, LicenseEvents, Verdict } from '../types.ts'

export type Mood = 'good' | 'wait' | 'bad' | 'plain'

export interface Line {
  readonly mood: Mood
  readonly text: string
}

const graceRefusals: Readonly<Record<GraceRefusal, string>> = {
  no_lease: 'and no lease of an earlier run is stored',
  untrusted_lease: 'and the stored lease is not of this machine and key',
  clock_set_back: 'and the clock of this machine was set back',
  grace_over: 'and the time without it is used up',
  storage_failed: 'and the disk takes no notes',
}

export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 90) return `${seconds} s`
  return `${Math.round(seconds / 60)} min`
}

const clockText = (date: Date): string => date.toTimeString().slice(0, 8)

function failureText(failure: Failure): string {
  if (failure.kind === 'network') return `no connection (${failure.code})`
  if (failure.kind === 'timeout') return 'no answer in time'
  if (failure.kind === 'server') return `the server answered ${failure.status}`
  if (failure.kind === 'malformed') return 'the answer was not a licence server’s'
  return `the lease was not to be believed (${failure.verdict})`
}

const seatsText = (used: number | null, max: number | null): string =>
  used === null || max === null ? '' : ` ${used} of ${max} seats in use.`

type Writer<Type extends keyof LicenseEvents> = (event: LicenseEvents[Type]) => Line

const writers: { readonly [Type in keyof LicenseEvents]: Writer<Type> } = {
  acquired: ({ lease, seatsUsed, maxSeats }) => ({
    mood: 'good',
    text: `Seat taken.${seatsText(seatsUsed, maxSeats)} A beat at least every ${durationText(lease.heartbeatIntervalMs)}.`,
  }),
  renewed: ({ lease }) => ({
    mood: 'good',
    text: `Beat. The seat is ours until ${clockText(lease.expiresAt)}.`,
  }),
  attempt_failed: ({ operation, failure, nextInMs }) => ({
    mood: 'wait',
    text: `${operation}: ${failureText(failure)}${nextInMs === null ? '' : `; again in ${durationText(nextInMs)}`}`,
  }),
  offline: ({ message }) => ({ mood: 'wait', text: message }),
  recovered: ({ offlineForMs }) => ({
    mood: 'good',
    text: `Back online after ${durationText(offlineForMs)}, with a seat.`,
  }),
  clock_changed: ({ byMs }) => ({
    mood: 'plain',
    text: `The clock was set ${byMs > 0 ? 'ahead' : 'back'} by ${durationText(Math.abs(byMs))}. It does not matter.`,
  }),
  ended: ({ error }) => ({ mood: 'bad', text: `The end: ${error.message} (${error.reason})` }),
  released: ({ confirmed }) => ({
    mood: 'plain',
    text: confirmed
      ? 'Seat given back.'
      : 'The server does not hear that the seat is free; it will be when the lease expires.',
  }),
}

/** One event, for people. */
export const eventLine = (event: LicenseEvent): Line =>
  (writers[event.type] as (event: LicenseEvent) => Line)(event)

/** What no event has said. */
export function verdictLine(verdict: Verdict): Line | undefined {
  if (verdict.status === 'refused')
    return { mood: 'bad', text: `${verdict.refusal.message} (${verdict.refusal.reason})` }
  if (verdict.status === 'unreachable')
    return {
      mood: 'bad',
      text: `No seat: ${failureText(verdict.failure)}, ${graceRefusals[verdict.grace]}.`,
    }
  return undefined
}
