import { type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { changeLicense } from '../change-license.ts'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { viewLicense } from '../license-view.ts'
import { leftOf } from '../ports/seats.ts'
import { seatWitness } from '../seat-witness.ts'
import { lockLicense } from '../store/licenses.ts'
import { endSessions } from '../store/sessions.ts'

export const rotateLicenseKey =
  (deps: Deps): HandlerOf<typeof licensingContract, 'rotateLicenseKey'> =>
  async (context, { id, end_sessions: endsSessions }, fail) => {
    const { clock, ciphers, keysAtRest } = deps
    const organizationId = context.tenant?.organizationId ?? ''
    const audit = await auditOf(deps, context, organizationId)
    const cipher = await ciphers.cipherOf(context, organizationId)
    return deps.db.write(context, async (transaction) => {
      const { query } = transaction
      const held = await lockLicense(query, id)
      if (held === undefined) throw fail('licensing.license_not_found')
      const { key, kept } = keysAtRest.make(id, cipher)
      if (endsSessions) {
        const ended = await endSessions(query, id, { reason: 'key_rotated', at: isoTime(clock) })
        seatWitness(deps, audit)(transaction, { left: ended.map(leftOf) })
      }
      const row = await changeLicense(transaction, clock, { license: held, change: kept })
      audit(transaction, organizationId, { action: 'licensing.key.rotated', target: `license:${id}` })
      return { license_key: key, license: await viewLicense(query, clock, row) }
    })
  }
