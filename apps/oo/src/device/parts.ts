import { api, type Feedback, locks, type TipRecord } from '../api/api.ts'
import { createOutbox } from './outbox.ts'
import { outboxTable } from './store.ts'

/** The one outbox of this browser. */
export const outbox = createOutbox({
  table: outboxTable,
  locks,
  send: (feedback) => api.recommender.feedback(feedback),
})

/** Tells the server what a person did with a tip, now or when it can be reached. */
export const tell = (
  owner: string,
  feedback: Omit<Feedback, 'client_id' | 'at'>,
): Promise<TipRecord | undefined> =>
  outbox.add({
    owner,
    feedback: { ...feedback, client_id: crypto.randomUUID(), at: new Date().toISOString() },
  })
