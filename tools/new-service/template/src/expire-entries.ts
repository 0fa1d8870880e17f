import { actingFor, type Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { keptFrom } from './domain/entries.ts'
import { deleteExpired } from './store/entries.ts'

/** Entries of everybody whose time is over. */
export const expireEntries =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>) =>
  (context: Context): Promise<void> =>
    db.write(actingFor(context), ({ query }) => deleteExpired(query, keptFrom(clock.now())))
