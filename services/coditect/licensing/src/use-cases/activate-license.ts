import type { HandlerOf } from '@triptych/kernel'
import { machineOf } from '@triptych/license-format'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { FindLicense } from '../find-license.ts'
import { knowMachine } from '../know-machine.ts'
import { machineView, viewStanding } from '../license-view.ts'
import { inOrganization } from '../ports/seats.ts'
import { seenMachine } from '../store/machines.ts'
import { admit } from '../admit.ts'
import { asKey } from './as-key.ts'

export const activateLicense =
  (deps: Deps, findLicense: FindLicense): HandlerOf<typeof licensingContract, 'activateLicense'> =>
  async (context, input, fail) => {
    const machine = await machineOf(input.hardware_id)
    const found = await findLicense(context, {
      reference: asKey(input.license_key),
      machine,
      scope: 'licensing:write',
    })
    admit(found, deps.clock.now(), fail)
    const { license } = found
    const { id } = await knowMachine(deps, context, found, machine)
    return deps.db.read(inOrganization(context, license.organization_id), async (query) => {
      const seen = await seenMachine(query, license.id, id)
      if (seen === undefined) throw fail('licensing.license_not_found')
      return {
        license: await viewStanding(query, deps.clock, license),
        machine: machineView(seen),
        may_acquire: !license.approved_machines_only || seen.approved_at !== null,
      }
    })
  }
