import { emptyInput, id, noOutput, operation, pageInput, pageOf } from '@triptych/kernel'
import { z } from 'zod'
import { license, licenseStatus } from './schemas.ts'

const jwk = z.looseObject({ kid: z.string(), kty: z.string(), alg: z.string(), use: z.literal('sig') })

/** For the vendor, for other modules, and for whoever verifies what was signed. */
export const adminOperations = {
  listAllLicenses: operation({
    summary: 'Every licence, newest first',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/licenses' },
    input: z.strictObject({
      ...pageInput,
      status: licenseStatus.optional(),
      search: z
        .string()
        .max(254)
        .refine((value) => value.isWellFormed() && !value.includes('\u0000'))
        .optional()
        .describe('The beginning of a key, or of an e-mail address of somebody in the organisation'),
    }),
    output: pageOf(license.extend({ organization: z.object({ id, name: z.string().nullable() }) })),
  }),
  getUtilization: operation({
    summary: 'How much of what was sold is in use',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/utilization' },
    input: emptyInput,
    output: z.object({
      licenses: z.number().int(),
      seats: z.number().int(),
      seats_used: z.number().int(),
      utilization: z.number().describe('0 to 1'),
    }),
  }),
  getSigningKeys: operation({
    summary: 'Public keys that leases and licence files are signed with',
    description: 'A new key is here a day before it signs; those of licence files stay.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/.well-known/license-keys.json', root: true },
    input: emptyInput,
    output: z.object({ keys: z.array(jwk) }),
  }),
  rotateSigningKeys: operation({
    summary: 'Have new keys sign from tomorrow on, or at once when the old ones leaked',
    access: { who: 'module' },
    input: z.strictObject({ use: z.enum(['lease', 'file']), at_once: z.boolean().default(false) }),
    output: noOutput,
    timeoutMs: 60_000,
  }),
}
