import type { HandlerOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { changeLicense } from '../change-license.ts'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { viewLicense } from '../license-view.ts'
import { lockLicense } from '../store/licenses.ts'

export const updateLicense =
  (deps: Deps): HandlerOf<typeof licensingContract, 'updateLicense'> =>
  async (context, { id, approved_machines_only: approvedOnly, require_member: requireMember }, fail) => {
    const { clock } = deps
    const organizationId = context.tenant?.organizationId ?? ''
    const audit = await auditOf(deps, context, organizationId)
    return deps.db.write(context, async (transaction) => {
      const license = await lockLicense(transaction.query, id)
      if (license === undefined) throw fail('licensing.license_not_found')
      const change = {
        approved_machines_only: approvedOnly ?? license.approved_machines_only,
        require_member: requireMember ?? license.require_member,
      }
      const row = await changeLicense(transaction, clock, { license, change })
      audit(transaction, organizationId, {
        action: 'licensing.license.rules_changed',
        target: `license:${id}`,
        references: {
          approved_machines_only: String(row.approved_machines_only),
          require_member: String(row.require_member),
        },
      })
      transaction.remember({ id })
      return viewLicense(transaction.query, clock, row)
    })
  }
