import { type HandlerOf, isFailure } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { statusAt } from '../domain/standing.ts'
import type { FindLicense } from '../find-license.ts'
import { viewStanding } from '../license-view.ts'
import { inOrganization } from '../ports/seats.ts'
import { asKey } from './as-key.ts'

const unknown = { valid: false, reason: 'unknown_key' as const, license: null }

export const validateLicense =
  (deps: Deps, findLicense: FindLicense): HandlerOf<typeof licensingContract, 'validateLicense'> =>
  async (context, input) => {
    const found = await findLicense(context, {
      reference: asKey(input.license_key),
      scope: 'licensing:read',
    }).catch((error: unknown) => {
      if (isFailure(error, errors.license_not_found)) return undefined
      throw error
    })
    if (found === undefined) return unknown
    const { license } = found
    const standing = await deps.db.readOne(inOrganization(context, license.organization_id), (query) =>
      viewStanding(query, deps.clock, license),
    )
    const status = statusAt(license, deps.clock.now())
    return { valid: status === 'active', reason: status === 'active' ? null : status, license: standing }
  }
