import type { Locks } from '@triptych/kernel'
import type { Feedback, TipRecord } from '../api/api.ts'
import { passes, troubleOf } from '../api/trouble.ts'
import type { Table } from './store.ts'

/** A reaction that the server has not confirmed yet. */
export interface Waiting {
  readonly owner: string
  readonly feedback: Feedback
}

export interface Outbox {
  /** Keeps it, then tries to send. The answer is there once the server has confirmed it in this call. */
  add(waiting: Waiting): Promise<TipRecord | undefined>
  /** Sends what waits for this person, oldest first; stops at the first that has to wait longer. */
  flush(owner: string): Promise<void>
}

interface OutboxParts {
  readonly table: Table
  readonly locks: Locks
  readonly send: (feedback: Feedback) => Promise<{ readonly tip: TipRecord }>
}

/** Sorts by time; the client id keeps two of the same moment apart. */
const keyOf = ({ feedback }: Waiting): string => `${feedback.at ?? ''} ${feedback.client_id}`

/** Tabs take turns, and the client id counts once at the server: nothing arrives twice, nothing gets lost. */
export function createOutbox({ table, locks, send }: OutboxParts): Outbox {
  const flush = (owner: string): Promise<Map<string, TipRecord>> =>
    locks.request('oo.outbox', async () => {
      const answers = new Map<string, TipRecord>()
      for (const waiting of await table.all<Waiting>()) {
        if (waiting.owner !== owner) continue
        try {
          const { tip } = await send(waiting.feedback)
          answers.set(waiting.feedback.client_id, tip)
        } catch (error) {
          if (passes(troubleOf(error))) break
        }
        await table.remove(keyOf(waiting))
      }
      return answers
    })
  return {
    async add(waiting) {
      await table.set(keyOf(waiting), waiting)
      return (await flush(waiting.owner)).get(waiting.feedback.client_id)
    },
    flush: async (owner) => void (await flush(owner)),
  }
}
