import { heartbeatIntervalSeconds } from './domain/lease-times.ts'
import { machineCode } from './license-view.ts'
import type { LeasedSession } from './ports/seats.ts'
import type { SessionRow } from './store/tables.ts'

export const holderView = (row: SessionRow) => ({
  session_id: row.id,
  machine: machineCode(row.machine),
  machine_name: row.machine_name,
  user_id: row.user_id,
  started_at: row.started_at,
  last_heartbeat_at: row.last_heartbeat_at,
})

/** A session whose time is over is shown as ended, whether that was written down or not. */
export function sessionView(row: SessionRow, now: number) {
  const isOver = row.ended_at === null && Date.parse(row.held_until) <= now
  const endedAt = isOver ? row.held_until : row.ended_at
  const until = endedAt === null ? now : Date.parse(endedAt)
  return {
    ...holderView(row),
    expires_at: row.expires_at,
    grace_until: row.grace_until,
    ended_at: endedAt,
    end_reason: isOver ? ('expired' as const) : row.end_reason,
    duration_seconds: Math.max(0, Math.round((until - Date.parse(row.started_at)) / 1_000)),
    overlap: row.overlap,
  }
}

export const heartbeatView = (row: LeasedSession, signedToken: string) => ({
  signed_token: signedToken,
  expires_at: row.expires_at,
  heartbeat_interval: heartbeatIntervalSeconds,
  grace_until: row.grace_until,
})
