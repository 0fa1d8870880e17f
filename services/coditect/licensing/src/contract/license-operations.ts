import { id, operation, pageInput, pageOf, timestamp } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  hardwareId,
  license,
  licenseKey,
  licenseReference,
  licenseStanding,
  licenseStatus,
  machine,
  seatMap,
  session,
  sessionStatistics,
  usage,
} from './schemas.ts'

const member = { who: 'user', scope: 'licensing:read', organization: 'member' } as const
const admin = { who: 'user', scope: 'licensing:write', organization: 'admin' } as const
const publicLimits = [{ per: 'ip', perMinute: 60 }] as const

/** What a key is worth, to whoever holds it. */
const keyOperations = {
  validateLicense: operation({
    summary: 'Whether a licence key may be used now',
    description:
      'A key that is mistyped, was never given or was rotated away gets one and the same answer, `unknown_key`.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/licenses/validate' },
    input: z.strictObject({ license_key: licenseKey }),
    output: z.object({
      valid: z.boolean(),
      reason: z.enum(['unknown_key', 'suspended', 'inactive']).nullable(),
      license: licenseStanding.nullable(),
    }),
    limits: publicLimits,
  }),
  activateLicense: operation({
    summary: 'Make a machine known to its licence',
    description:
      'The same machine as often as it likes; the first one sets `activated_at`. Acquiring a seat does it too.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/licenses/activate' },
    input: z.strictObject({ license_key: licenseKey, hardware_id: hardwareId }),
    output: z.object({
      license: licenseStanding,
      machine,
      may_acquire: z.boolean().describe('False while an administrator has to approve the machine'),
    }),
    errors: [
      errors.license_not_found,
      errors.suspended,
      errors.inactive,
      errors.machine_limit,
      errors.member_required,
    ],
    limits: publicLimits,
  }),
  getLicenseStatus: operation({
    summary: 'How a licence stands',
    description: 'By its key for whoever holds it; by its id for members of its organisation.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/licenses/{license_key}/status' },
    input: z.strictObject({ license_key: licenseReference }),
    output: licenseStanding,
    errors: [errors.license_not_found],
    limits: publicLimits,
  }),
}

/** An organisation's licences. */
const ownOperations = {
  listLicenses: operation({
    summary: 'The organisation’s licences, newest first, and how they are used',
    access: member,
    http: { method: 'GET', path: '/licenses' },
    input: z.strictObject({
      ...pageInput,
      status: licenseStatus.optional(),
      tier: z
        .string()
        .max(32)
        .regex(/^[a-z][a-z0-9-]*$/, 'Use the id of a plan, such as starter.')
        .optional(),
      expires_before: timestamp.optional(),
      expires_after: timestamp.optional(),
      subscription_id: id.optional(),
    }),
    output: pageOf(license).extend({ usage }),
  }),
  getLicense: operation({
    summary: 'One licence',
    access: member,
    http: { method: 'GET', path: '/licenses/{id}' },
    input: z.strictObject({ id }),
    output: license,
    errors: [errors.license_not_found],
  }),
  downloadLicense: operation({
    summary: 'The signed licence file',
    description: 'A flattened JWS (RFC 7515), PS256; keys at `/.well-known/license-keys.json`.',
    access: member,
    http: { method: 'GET', path: '/licenses/{id}/download' },
    input: z.strictObject({ id }),
    output: z.object({ protected: z.string(), payload: z.string(), signature: z.string() }),
    errors: [errors.license_not_found],
  }),
  showLicenseKey: operation({
    summary: 'The whole key',
    description: 'Is written into the audit trail.',
    access: admin,
    http: { method: 'GET', path: '/licenses/{id}/key' },
    input: z.strictObject({ id }),
    output: z.object({ license_key: z.string() }),
    errors: [errors.license_not_found],
  }),
  rotateLicenseKey: operation({
    summary: 'Replace a key that leaked',
    description:
      'The old key opens nothing from here on. Machines that hold a seat keep it, unless `end_sessions`.',
    access: admin,
    http: { method: 'POST', path: '/licenses/{id}/rotate-key' },
    input: z.strictObject({ id, end_sessions: z.boolean().default(false) }),
    output: z.object({ license_key: z.string(), license }),
    errors: [errors.license_not_found],
    limits: [
      { per: 'actor', perMinute: 10 },
      { per: 'tenant', perMinute: 100 },
    ],
  }),
  updateLicense: operation({
    summary: 'Change who may use a licence',
    access: admin,
    http: { method: 'PATCH', path: '/licenses/{id}' },
    input: z.strictObject({
      id,
      approved_machines_only: z.boolean().optional(),
      require_member: z.boolean().optional(),
    }),
    output: license,
    errors: [errors.license_not_found],
    idempotency: { render: 'getLicense' },
  }),
  getSeats: operation({
    summary: 'Who holds a seat right now, oldest first; can be watched',
    access: member,
    http: { method: 'GET', path: '/licenses/{id}/seats' },
    input: z.strictObject({ id }),
    output: seatMap,
    errors: [errors.license_not_found],
    live: { everyMs: 1_000 },
  }),
  listLicenseSessions: operation({
    summary: 'Who holds seats and who did, newest first',
    access: member,
    http: { method: 'GET', path: '/licenses/{license_key}/sessions' },
    input: z.strictObject({
      license_key: licenseReference,
      ...pageInput,
      state: z.enum(['active', 'ended']).optional(),
    }),
    output: pageOf(session).extend({ statistics: sessionStatistics }),
    errors: [errors.license_not_found],
  }),
}

const machineOperations = {
  listMachines: operation({
    summary: 'Machines that a licence has seen, newest first',
    access: member,
    http: { method: 'GET', path: '/licenses/{id}/machines' },
    input: z.strictObject({ id, ...pageInput }),
    output: pageOf(machine),
    errors: [errors.license_not_found],
  }),
  approveMachine: operation({
    summary: 'Let a machine use a licence that is for approved machines only',
    access: admin,
    http: { method: 'PUT', path: '/licenses/{id}/machines/{machine_id}/approval' },
    input: z.strictObject({ id, machine_id: id }),
    output: machine,
    errors: [errors.machine_not_found],
    idempotency: 'sealed',
  }),
  refuseMachine: operation({
    summary: 'Take an approval back',
    description: 'Where only approved machines may, the seat that it holds is refused at its next heartbeat.',
    access: admin,
    http: { method: 'DELETE', path: '/licenses/{id}/machines/{machine_id}/approval' },
    input: z.strictObject({ id, machine_id: id }),
    output: machine,
    errors: [errors.machine_not_found],
    idempotency: 'sealed',
  }),
}

export const licenseOperations = { ...keyOperations, ...ownOperations, ...machineOperations }
