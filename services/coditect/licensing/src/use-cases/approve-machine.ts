import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { machineView } from '../license-view.ts'
import { approve, seenMachine } from '../store/machines.ts'

export const approveMachine =
  (deps: Deps): HandlerOf<typeof licensingContract, 'approveMachine'> =>
  async (context, { id: licenseId, machine_id: id }, fail) => {
    const organizationId = context.tenant?.organizationId ?? ''
    const audit = await auditOf(deps, context, organizationId)
    return deps.db.write(context, async (transaction) => {
      const { query } = transaction
      const approval = { approved_at: isoTime(deps.clock), approved_by: userIdOf(context.actor) ?? null }
      await approve(query, { licenseId, id }, approval)
      const seen = await seenMachine(query, licenseId, id)
      if (seen === undefined) throw fail('licensing.machine_not_found')
      audit(transaction, organizationId, {
        action: 'licensing.machine.approved',
        target: `machine:${id}`,
        references: { license_id: licenseId },
      })
      const answer = machineView(seen)
      transaction.remember(answer)
      return answer
    })
  }
