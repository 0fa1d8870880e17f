import { failure, type HandlerOf, isoTime, requestErrors, userIdOf } from '@triptych/kernel'
import type { __camel__Contract } from '../contract/contract.ts'
import { entryCreated } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { hasRoom } from '../domain/entries.ts'
import { countEntries, insertEntry } from '../store/entries.ts'
import { renderEntry } from './render-entry.ts'

export const createEntry =
  ({ db, clock, newId }: Deps): HandlerOf<typeof __camel__Contract, 'createEntry'> =>
  async (context, { label }, fail) => {
    const userId = userIdOf(context.actor)
    if (userId === undefined) throw failure(requestErrors.unauthenticated)
    return db.write(context, async ({ query, emit, remember }) => {
      if (!hasRoom(await countEntries(query))) throw fail('__name__.full')
      const row = { id: newId(), user_id: userId, label, created_at: isoTime(clock) }
      await insertEntry(query, row)
      emit(entryCreated, { entryId: row.id, userId, createdAt: row.created_at })
      const entry = renderEntry(row)
      remember(entry)
      return entry
    })
  }
