/** What clients were told about the seats of one licence, as it happened; says where that was more than there are. */
export interface SeatHistory {
  granted(machine: string, session: string): void
  /** The client is about to give the seat back, or has been told that it has none. */
  leaving(session: string): void
  lost(session: string, reason: string): void
  /** What must not have happened. */
  violations(): string[]
  readonly grants: readonly { readonly at: number; readonly session: string }[]
}

interface Hold {
  readonly machine: string
  readonly from: number
  until: number
}

/**
 * A hold counts from the moment its client knows of it until the client lets go, so nobody is blamed for what is still under
 * way. Time does not reach the end of any lease here, so whoever loses a seat loses one that is theirs.
 */
export function createSeatHistory(limit: number): SeatHistory {
  const holds = new Map<string, Hold>()
  const faults: string[] = []
  const grants: { at: number; session: string }[] = []

  return {
    grants,
    granted(machine, session) {
      const at = performance.now()
      grants.push({ at, session })
      const before = holds.get(session)
      if (before === undefined) holds.set(session, { machine, from: at, until: Infinity })
      else if (before.until !== Infinity) faults.push(`${session} was granted again after it was left`)
      const own = [...holds].filter(([, hold]) => hold.machine === machine && hold.until === Infinity)
      if (own.length > 1) faults.push(`${machine} has ${own.length} sessions`)
      const held = [...holds.values()].filter(({ until }) => until === Infinity).length
      if (held > limit) faults.push(`${held} of ${limit} seats are held`)
    },
    leaving(session) {
      const hold = holds.get(session)
      if (hold !== undefined) hold.until = performance.now()
    },
    lost(session, reason) {
      faults.push(`${session} was lost while it was held: ${reason}`)
    },
    violations: () => faults,
  }
}
