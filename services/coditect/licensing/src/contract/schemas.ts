import { id, line, timestamp } from '@triptych/kernel'
import { z } from 'zod'

export const licenseStatus = z
  .enum(['active', 'suspended', 'inactive'])
  .describe('suspended: not usable until it is paid; inactive: its subscription has ended')
export type LicenseStatus = z.infer<typeof licenseStatus>

export const endReason = z
  .enum([
    'expired',
    'released',
    'released_by_admin',
    'plan_reduced',
    'license_suspended',
    'license_inactive',
    'key_rotated',
    'machine_refused',
  ])
  .describe(
    'expired: no heartbeat came in time; plan_reduced: the plan has fewer seats now and this was among the newest',
  )
export type EndReason = z.infer<typeof endReason>

const visible = /^[\x21-\x7e]*$/

/** As people type it: case, spaces and look-alikes do not matter. */
export const licenseKey = z
  .string()
  .min(1, 'The licence key is missing.')
  .max(100, 'Use at most 100 characters.')
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'This has a broken character.')

export const hardwareId = z
  .string()
  .min(8, 'Use at least 8 characters.')
  .max(255, 'Use at most 255 characters.')
  .regex(visible, 'Use visible ASCII characters.')
  .describe('A stable, hashed fingerprint of the machine. It is hashed again and not kept')

export const machineName = line(60).describe(
  'What members see the machine as, such as its host name; forgotten with its address',
)

export const nonce = z
  .string()
  .min(1)
  .max(200, 'Use at most 200 characters.')
  .regex(visible, 'Use visible ASCII characters.')
  .describe('Comes back in the signed token, so that an old answer cannot pass for a new one')

export const signedToken = z
  .string()
  .min(1, 'The token is missing.')
  .max(4_000)
  .regex(visible, 'Use the token as it was given.')
  .describe('The newest lease of the session')

export const licenseReference = licenseKey.describe('The licence key, or the licence’s id for its members')

const plan = z.object({ id: z.string(), name: z.string() })

export const license = z.object({
  id,
  key_display: z.string().describe('Its beginning; the rest is starred out'),
  plan,
  features: z.record(z.string(), z.union([z.boolean(), z.number()])),
  status: licenseStatus,
  is_trial: z.boolean(),
  max_concurrent_seats: z.number().int(),
  seats_used: z.number().int(),
  offline_overlaps: z
    .number()
    .int()
    .describe('Machines that may still work offline on a seat that has gone to another'),
  subscription_id: id,
  approved_machines_only: z.boolean(),
  require_member: z.boolean(),
  issued_at: timestamp,
  activated_at: timestamp.nullable(),
  suspended_at: timestamp.nullable(),
  deactivated_at: timestamp.nullable(),
  grace_period_ends_at: timestamp.nullable().describe('A payment failed: suspended then unless it is paid'),
  expires_at: timestamp.nullable().describe('Paid, or on trial, until then'),
  last_renewal_at: timestamp.nullable(),
})

/** What whoever holds the key may know. */
export const licenseStanding = z.object({
  license_id: id,
  status: licenseStatus,
  plan,
  max_concurrent_seats: z.number().int(),
  seats_used: z.number().int(),
  grace_period_ends_at: timestamp.nullable(),
  expires_at: timestamp.nullable(),
})

export const usage = z.object({
  licenses: z.number().int(),
  seats: z.number().int().describe('Of the usable licences'),
  seats_used: z.number().int(),
  utilization: z.number().describe('0 to 1'),
  sessions_last_30_days: z.number().int(),
})

const shownName = z.string().nullable().describe('What its program calls it, if it does')

export const machine = z.object({
  id,
  name: z.string().describe('The beginning of its hash'),
  machine_name: shownName,
  first_seen_at: timestamp,
  last_seen_at: timestamp.nullable(),
  approved_at: timestamp.nullable(),
})

export const holder = z.object({
  session_id: id,
  machine: z.string().describe('The beginning of its hash'),
  machine_name: shownName,
  user_id: id.nullable(),
  started_at: timestamp,
  last_heartbeat_at: timestamp,
})

export const session = holder.extend({
  expires_at: timestamp,
  grace_until: timestamp.describe('Until then it may work offline'),
  ended_at: timestamp.nullable(),
  end_reason: endReason.nullable(),
  duration_seconds: z.number().int(),
  overlap: z
    .boolean()
    .describe('It was given while another machine may have worked offline on the same seat'),
})

export const sessionStatistics = z.object({
  active: z.number().int(),
  total: z.number().int(),
  average_duration_seconds: z.number().int(),
  overlaps: z.number().int(),
  per_day: z
    .array(z.object({ date: z.iso.date(), sessions: z.number().int() }))
    .describe('Of the last 30 days, UTC; days without a session are left out'),
})

export const seat = z.object({
  session_id: id,
  signed_token: z.string().describe('A lease: JWT, Ed25519, typ coditect-lease+jwt'),
  expires_at: timestamp,
  heartbeat_interval: z.number().int().describe('Seconds'),
  grace_until: timestamp,
  seats_used: z.number().int(),
  max_seats: z.number().int(),
})

export const heartbeat = seat.pick({
  signed_token: true,
  expires_at: true,
  heartbeat_interval: true,
  grace_until: true,
})

/** What changes when a seat does, and nothing that changes by itself: it is watched. */
export const seatMap = z.object({
  status: licenseStatus,
  max_seats: z.number().int(),
  seats: z.array(
    holder
      .omit({ last_heartbeat_at: true })
      .extend({ overlap: z.boolean().describe('Another machine may still work offline on the same seat') }),
  ),
})
