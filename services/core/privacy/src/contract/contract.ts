import {
  defineContract,
  emptyInput,
  exportPersonalData,
  id,
  operation,
  pageInput,
  pageOf,
} from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { archive, auditEntry, auditFilter, auditReport, overview, receipt } from './schemas.ts'

export const privacyContract = defineContract({
  name: 'privacy',
  description: 'What is held about a person: seen, taken along, erased and proved.',
  operations: {
    exportMyData: operation({
      summary: 'Everything held about the person, as one zip archive',
      description:
        'Built anew from every service. `Content-Location` names the address under which the same archive can be ' +
        'fetched again for a day. A service that does not answer in time is named in `X-Export-Missing` and in the index.',
      access: { who: 'user', whileSuspended: true },
      http: { method: 'GET', path: '/me/export' },
      input: z.strictObject({ archive: id.optional().describe('An archive that was made before') }),
      output: archive,
      errors: [errors.archive_not_found, errors.archive_too_large],
      limits: [{ per: 'actor', perMinute: 10 }],
      timeoutMs: 30_000,
    }),
    getOverview: operation({
      summary: 'What is held about the person, why, since when and how long',
      access: { who: 'user' },
      http: { method: 'GET', path: '/privacy/overview' },
      input: emptyInput,
      output: overview,
      limits: [{ per: 'actor', perMinute: 20 }],
      timeoutMs: 30_000,
    }),
    getReceipt: operation({
      summary: 'The receipt of an erasure',
      description:
        'For whoever holds the receipt’s token (`Authorization: Bearer`), as there is no account any more.',
      access: { who: 'module' },
      servedAt: { method: 'GET', path: '/privacy/receipts/{id}', bearer: 'token' },
      input: z.strictObject({ id, token: z.string().max(200) }),
      output: receipt,
      errors: [errors.receipt_not_found],
    }),
    verifyAudit: operation({
      summary: 'Whether every audit chain is as it was sealed',
      description:
        'Every row of every chain is read again. Names the first row of each chain that was changed or removed.',
      access: { who: 'admin' },
      http: { method: 'POST', path: '/admin/audit/verify' },
      input: emptyInput,
      output: auditReport,
      limits: [{ per: 'actor', perMinute: 6 }],
      timeoutMs: 300_000,
    }),
    listAuditTrail: operation({
      summary: 'What was done, newest first, over all tenants',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/audit/trail' },
      input: z.strictObject({
        ...pageInput,
        ...auditFilter,
        tenant_kind: auditEntry.shape.tenant_kind.optional(),
        tenant_id: id.optional(),
      }),
      output: pageOf(auditEntry),
    }),
    listOrganizationTrail: operation({
      summary: 'What was done in an organisation, newest first',
      access: { who: 'user', scope: 'licensing:read', organization: 'admin' },
      http: { method: 'GET', path: '/audit/trail' },
      input: z.strictObject({ ...pageInput, ...auditFilter }),
      output: pageOf(auditEntry),
    }),
    exportPersonalData,
  },
})
