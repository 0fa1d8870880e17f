import type { LeaseClaims } from '@triptych/license-format'
import type { Deps } from './deps.ts'
import { heartbeatIntervalSeconds } from './domain/lease-times.ts'
import type { LeasedSession } from './ports/seats.ts'

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1_000)

/** Signs what a session's machine may do until when. */
export const leaseOf = (
  { leases, publicUrl }: Pick<Deps, 'leases' | 'publicUrl'>,
  session: LeasedSession,
  nonce: string | undefined,
): Promise<string> => {
  const claims: LeaseClaims = {
    iss: publicUrl,
    license: session.license_id,
    organization: session.organization_id,
    session: session.id,
    machine: session.machine,
    epoch: session.epoch,
    nonce: nonce ?? null,
    server_time: Date.parse(session.last_heartbeat_at),
    exp: seconds(session.expires_at),
    interval: heartbeatIntervalSeconds,
    grace_until: seconds(session.grace_until),
  }
  return leases.sign(claims)
}
