import type { Account } from './account.ts'
import type { Command } from './commands.ts'
import { meddlings, type Meddling, type TodoistFaults } from './faults.ts'
import type { Item } from './model.ts'
import { faultsOf } from './target.ts'
import { deleteTask, moveTask, postponeTask } from './tasks.ts'

const acts: Record<Meddling, (account: Account, item: Item) => void> = {
  item_deleted: (account, { id }) => deleteTask(account, id),
  recurring_postponed: (account, { id }) => void postponeTask(account, id),
  item_moved(account, item) {
    const other = account.list('projects').find(({ id }) => id !== item.project_id)
    if (other !== undefined) moveTask(account, item.id, { project_id: other.id })
  },
}

/** Plays the person who does something in Todoist's own app just before a request is answered. */
export function meddle(account: Account, faults: TodoistFaults, commands: readonly Command[]): void {
  const fault = faults.take([...meddlings], faultsOf(account))
  const kind = meddlings.find((name) => name === fault?.kind)
  if (fault === undefined || kind === undefined) return
  const item = choose(account, kind, [fault.options.task, ...named(commands)])
  if (item !== undefined) acts[kind](account, item)
}

const named = (commands: readonly Command[]): unknown[] => commands.map(({ args }) => args['id'])

/** The task that was named, else the first that fits. */
function choose(account: Account, kind: Meddling, ids: readonly unknown[]): Item | undefined {
  const items = account.list('items').filter(({ checked }) => !checked)
  const wanted = ids.find((id) => id !== undefined)
  if (wanted !== undefined) return items.find(({ id }) => id === wanted)
  return items.find(({ due }) => (due?.is_recurring === true) === (kind === 'recurring_postponed'))
}
