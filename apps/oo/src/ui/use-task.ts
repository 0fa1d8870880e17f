import { useCallback, useState } from 'react'
import { type Trouble, troubleOf } from '../api/trouble.ts'

export interface Task {
  readonly busy: boolean
  readonly trouble: Trouble | undefined
  run(work: () => Promise<unknown>): void
}

/** One thing at a time that can go wrong. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const run = useCallback((work: () => Promise<unknown>) => {
    const start = async (): Promise<void> => {
      setBusy(true)
      setTrouble(undefined)
      try {
        await work()
      } catch (error) {
        setTrouble(troubleOf(error))
      } finally {
        setBusy(false)
      }
    }
    void start()
  }, [])
  return { busy, trouble, run }
}
