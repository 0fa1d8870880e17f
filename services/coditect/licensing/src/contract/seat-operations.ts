import { id, line, noOutput, operation } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { hardwareId, heartbeat, licenseReference, machineName, nonce, seat, signedToken } from './schemas.ts'

const beat = { signed_token: signedToken.optional(), nonce: nonce.optional() }
const beaten = [errors.token_invalid, errors.session_expired] as const
const leaving = {
  signed_token: signedToken.optional(),
  reason: line(200)
    .optional()
    .describe('Why somebody else’s machine is released; kept in the audit trail, sealed'),
}
const left = [errors.token_invalid, errors.session_not_found, errors.release_forbidden] as const
const bySession =
  'The signed token is enough; so is whoever took the seat signed in, or an administrator of the organisation. '

/**
 * Seats. Both spellings of the source lead to one implementation. Limits are counted per machine, licence and address by
 * the service itself, so that a holder’s heartbeat is never refused for its rate.
 */
export const seatOperations = {
  acquireSeat: operation({
    summary: 'Take a seat',
    description:
      'The key and the machine are enough; a member may name the licence by its id. The same machine gets the seat ' +
      'that it has. 10 a minute and machine.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/licenses/acquire', status: 201 },
    input: z.strictObject({
      license_key: licenseReference,
      hardware_id: hardwareId,
      machine_name: machineName.optional(),
      nonce: nonce.optional(),
    }),
    output: seat,
    errors: [
      errors.license_not_found,
      errors.suspended,
      errors.inactive,
      errors.member_required,
      errors.machine_not_approved,
      errors.machine_limit,
      errors.no_seats,
    ],
    limits: [],
  }),
  heartbeat: operation({
    summary: 'Keep a seat',
    description: `${bySession}A session that has ended stays so: 410 says why.`,
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/licenses/heartbeat' },
    input: z.strictObject({ session_id: id, ...beat }),
    output: heartbeat,
    errors: beaten,
    limits: [],
  }),
  heartbeatSession: operation({
    summary: 'Keep a seat, named by its session',
    description: 'The same as `POST /licenses/heartbeat`.',
    access: { who: 'anonymous' },
    http: { method: 'PATCH', path: '/licenses/sessions/{id}/heartbeat' },
    input: z.strictObject({ id, ...beat }),
    output: heartbeat,
    errors: beaten,
    limits: [],
  }),
  releaseSeat: operation({
    summary: 'Give a seat back',
    description: `${bySession}Releasing again is no error.`,
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/licenses/release', status: 204 },
    input: z.strictObject({ session_id: id, ...leaving }),
    output: noOutput,
    errors: left,
    limits: [],
  }),
  releaseSession: operation({
    summary: 'Give a seat back, named by its session',
    description: 'The same as `POST /licenses/release`; the signed token goes into the body.',
    access: { who: 'anonymous' },
    http: { method: 'DELETE', path: '/licenses/sessions/{id}', status: 204 },
    input: z.strictObject({ id, ...leaving }),
    output: noOutput,
    errors: left,
    limits: [],
  }),
}
