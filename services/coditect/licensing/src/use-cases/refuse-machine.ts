import { type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { changeLicense } from '../change-license.ts'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { machineView } from '../license-view.ts'
import { leftOf } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
import { lockLicense } from '../store/licenses.ts'
import { approve, seenMachine } from '../store/machines.ts'
import { endSessions } from '../store/sessions.ts'

export const refuseMachine =
  (deps: Deps): HandlerOf<typeof licensingContract, 'refuseMachine'> =>
  async (context, { id: licenseId, machine_id: id }, fail) => {
    const { clock } = deps
    const organizationId = context.tenant?.organizationId ?? ''
    const audit = await auditOf(deps, context, organizationId)
    return deps.db.write(context, async (transaction) => {
      const { query } = transaction
      const license = await lockLicense(query, licenseId)
      const refused = await approve(query, { licenseId, id }, { approved_at: null, approved_by: null })
      const seen = await seenMachine(query, licenseId, id)
      if (license === undefined || refused === undefined || seen === undefined)
        throw fail('licensing.machine_not_found')
      if (license.approved_machines_only) {
        const { machine } = refused
        const ended = await endSessions(query, licenseId, {
          reason: 'machine_refused',
          at: isoTime(clock),
          machine,
        })
        seatWitness(deps, audit)(transaction, { left: ended.map(leftOf) })
        await changeLicense(transaction, clock, { license, change: {} })
      }
      audit(transaction, organizationId, {
        action: 'licensing.machine.refused',
        target: `machine:${id}`,
        references: { license_id: licenseId },
      })
      const answer = machineView(seen)
      transaction.remember(answer)
      return answer
    })
  }
