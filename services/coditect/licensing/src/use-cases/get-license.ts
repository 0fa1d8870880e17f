import type { HandlerOf } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { viewLicense } from '../license-view.ts'
import { findLicense } from '../store/licenses.ts'

export const getLicense =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof licensingContract, 'getLicense'> =>
  (context, { id }, fail) =>
    db.read(context, async (query) => {
      const row = await findLicense(query, id)
      if (row === undefined) throw fail('licensing.license_not_found')
      return viewLicense(query, clock, row)
    })
