import type { HandlerOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { findLicense } from '../store/licenses.ts'

export const showLicenseKey =
  (deps: Deps): HandlerOf<typeof licensingContract, 'showLicenseKey'> =>
  async (context, { id }, fail) => {
    const organizationId = context.tenant?.organizationId ?? ''
    const audit = await auditOf(deps, context, organizationId)
    const cipher = await deps.ciphers.cipherOf(context, organizationId)
    return deps.db.write(context, async (transaction) => {
      const row = await findLicense(transaction.query, id)
      if (row === undefined) throw fail('licensing.license_not_found')
      audit(transaction, organizationId, { action: 'licensing.key.shown', target: `license:${id}` })
      return { license_key: deps.keysAtRest.open(row, cipher) }
    })
  }
