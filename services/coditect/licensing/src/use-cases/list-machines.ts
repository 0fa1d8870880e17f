import { type HandlerOf, toPage } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { machineView } from '../license-view.ts'
import { findLicense } from '../store/licenses.ts'
import { listMachinesOf } from '../store/machines.ts'

export const listMachines =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof licensingContract, 'listMachines'> =>
  (context, { id, cursor, limit }, fail) =>
    db.read(context, async (query) => {
      if ((await findLicense(query, id)) === undefined) throw fail('licensing.license_not_found')
      const page = toPage(await listMachinesOf(query, id, { cursor, limit }), limit)
      return { items: page.items.map(machineView), next_cursor: page.next_cursor }
    })
