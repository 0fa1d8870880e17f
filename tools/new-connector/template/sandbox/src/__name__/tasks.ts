import { randomUUID } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'

const pageSize = 5

export interface Task {
  readonly id: string
  readonly title: string
  readonly notes: string | null
  readonly due_on: string | null
  readonly is_done: boolean
  readonly is_deleted: boolean
  readonly created_at: string
  readonly updated_at: string
}

export type Change = 'complete' | 'reopen' | 'delete'

export interface Tasks {
  list(): readonly Task[]
  add(title: string): Task
  /** Undefined when there is none of this id any more. */
  change(id: string, change: Change): Task | undefined
  /** What changed after this point, oldest change first; everything that is there when there is none. */
  changes(after: string | undefined): {
    readonly items: readonly Task[]
    readonly cursor: string
    readonly has_more: boolean
  }
  reset(): void
}

const effects: Readonly<Record<Change, Partial<Task>>> = {
  complete: { is_done: true },
  reopen: { is_done: false },
  delete: { is_deleted: true },
}

export function createTasks(clock: Clock): Tasks {
  /** By id, in the order in which they changed last. */
  let kept: Map<string, { readonly task: Task; readonly sequence: number }> | undefined
  let sequence = 0
  const all = () => (kept ??= seed())
  const now = (): string => clock.now().toISOString()

  function keep(to: NonNullable<typeof kept>, task: Task): Task {
    sequence += 1
    to.delete(task.id)
    to.set(task.id, { task, sequence })
    return task
  }
  const newTask = (title: string): Task => ({
    id: randomUUID(),
    title,
    notes: null,
    due_on: null,
    is_done: false,
    is_deleted: false,
    created_at: now(),
    updated_at: now(),
  })
  function seed(): NonNullable<typeof kept> {
    const seeded: NonNullable<typeof kept> = new Map()
    for (let number = 1; number <= pageSize + 2; number += 1) keep(seeded, newTask(`Task ${number}`))
    return seeded
  }

  return {
    list: () => [...all().values()].map(({ task }) => task),
    add: (title) => keep(all(), newTask(title)),
    change(id, change) {
      const task = all().get(id)?.task
      if (task === undefined || task.is_deleted) return undefined
      return keep(all(), { ...task, ...effects[change], updated_at: now() })
    },
    changes(after = '0') {
      const later = [...all().values()].filter((one) => one.sequence > Number(after))
      const page = later.slice(0, pageSize)
      return {
        items: page.map(({ task }) => task),
        cursor: String(page.at(-1)?.sequence ?? after),
        has_more: later.length > page.length,
      }
    },
    reset() {
      kept = undefined
      sequence = 0
    },
  }
}
