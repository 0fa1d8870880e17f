import { useCallback, useEffect, useState } from 'react'
import { api, type TipRecord } from '../api/api.ts'
import { outbox } from '../device/parts.ts'
import { type Task, useTask } from '../ui/use-task.ts'

export interface TipList extends Pick<Task, 'busy' | 'trouble'> {
  /** Undefined until the first answer. */
  readonly items: readonly TipRecord[] | undefined
  readonly hasMore: boolean
  /** The next page, or the first again when there is none yet. */
  more(): void
}

/** The tips that stand where a person put them, newest first; what they did last is sent before it is asked for. */
export function useTipList(state: 'saved' | 'snoozed', owner: string): TipList {
  const { busy, trouble, run } = useTask()
  const [items, setItems] = useState<readonly TipRecord[]>()
  const [cursor, setCursor] = useState<string | null>(null)
  const load = useCallback(
    (after: string | null) =>
      run(async () => {
        await outbox.flush(owner)
        const page = await api.recommender.listTips({ state, ...(after === null ? {} : { cursor: after }) })
        setItems((before = []) => (after === null ? page.items : [...before, ...page.items]))
        setCursor(page.next_cursor)
      }),
    [run, state, owner],
  )
  useEffect(() => load(null), [load])
  return { items, hasMore: cursor !== null, busy, trouble, more: () => load(cursor) }
}
