import { useState } from 'react'
import { troubleOf } from '../api/trouble.ts'
import type { Trouble } from '../api/trouble.ts'

export interface Form<Values> {
  values: Values
  set: <Key extends keyof Values>(key: Key, value: Values[Key]) => void
  busy: boolean
  trouble: Trouble | undefined
  /** Runs the work once at a time; what it throws becomes `trouble`. */
  run: (work: () => Promise<void>) => Promise<void>
}

/** State of a small form: values, whether it is being sent, and what came back. */
export function useForm<Values extends object>(initial: Values): Form<Values> {
  const [values, setValues] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  return {
    values,
    busy,
    trouble,
    set: (key, value) => setValues((old) => ({ ...old, [key]: value })),
    run: async (work) => {
      if (busy) return
      setBusy(true)
      setTrouble(undefined)
      try {
        await work()
      } catch (error) {
        setTrouble(troubleOf(error))
      } finally {
        setBusy(false)
      }
    },
  }
}
