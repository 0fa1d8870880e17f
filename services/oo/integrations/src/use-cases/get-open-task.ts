import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { findOpen } from '../store/tasks.ts'
import { surroundingsOfOne, toDtos } from '../task-view.ts'

export const getOpenTask =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof integrationsContract, 'getOpenTask'> =>
  async (outer, { user_id: userId, task_id: id }) => {
    const context = actingFor(outer, userId)
    const found = await deps.db.read(context, async (query) => {
      const row = await findOpen(query, userId, id)
      return row === undefined ? undefined : { row, around: await surroundingsOfOne(query, row) }
    })
    if (found === undefined) return { task: null }
    const cipher = await deps.ciphers.cipherOf(context, userId)
    const [task] = toDtos(cipher, [found.row], found.around)
    return { task: task ?? null }
  }
