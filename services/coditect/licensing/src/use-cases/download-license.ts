import type { HandlerOf } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { licenseFileOf } from '../license-file-of.ts'
import { findLicense } from '../store/licenses.ts'

export const downloadLicense =
  (deps: Deps): HandlerOf<typeof licensingContract, 'downloadLicense'> =>
  async (context, { id }, fail) => {
    const row = await deps.db.readOne(context, (query) => findLicense(query, id))
    if (row === undefined) throw fail('licensing.license_not_found')
    return licenseFileOf(deps, context, row)
  }
