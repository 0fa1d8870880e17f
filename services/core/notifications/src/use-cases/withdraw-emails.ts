import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { withdraw } from '../store/emails.ts'

export const withdrawEmails =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof notificationsContract, 'withdrawEmails'> =>
  async (context, { dedupe_keys: keys }) => ({
    withdrawn: await db.write(context, ({ query }) => withdraw(query, keys, isoTime(clock))),
  })
