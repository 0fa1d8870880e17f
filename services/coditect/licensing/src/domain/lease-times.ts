/** Seconds between heartbeats. */
export const heartbeatIntervalSeconds = 300
/** A seat is held for so long without a heartbeat. */
export const seatMs = 360_000
/** An offline client may go on for so long after it last heard from the server. */
export const graceMs = 1_800_000

/** A plan that reserves seats during the grace holds them that long. */
export const holdMsOf = ({
  reserve_during_grace: reserves,
}: {
  readonly reserve_during_grace: boolean
}): number => (reserves ? graceMs : seatMs)

export interface LeaseTimes {
  readonly last_heartbeat_at: string
  readonly expires_at: string
  readonly grace_until: string
  /** Nobody else is given the seat before. */
  readonly held_until: string
}

/** A lease from now on. A plan that reserves seats during the grace holds them that long. */
export function leaseTimes(now: number, reserveDuringGrace: boolean): LeaseTimes {
  const at = (ms: number): string => new Date(now + ms).toISOString()
  return {
    last_heartbeat_at: at(0),
    expires_at: at(seatMs),
    grace_until: at(graceMs),
    held_until: at(reserveDuringGrace ? graceMs : seatMs),
  }
}
