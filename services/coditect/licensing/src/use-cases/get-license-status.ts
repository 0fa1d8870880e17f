import type { HandlerOf } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { FindLicense } from '../find-license.ts'
import { viewStanding } from '../license-view.ts'
import { inOrganization } from '../ports/seats.ts'

export const getLicenseStatus =
  (deps: Deps, findLicense: FindLicense): HandlerOf<typeof licensingContract, 'getLicenseStatus'> =>
  async (context, { license_key: reference }) => {
    const { license } = await findLicense(context, { reference, scope: 'licensing:read' })
    return deps.db.readOne(inOrganization(context, license.organization_id), (query) =>
      viewStanding(query, deps.clock, license),
    )
  }
