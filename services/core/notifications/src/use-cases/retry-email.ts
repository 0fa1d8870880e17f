import { actingFor, type HandlerOf, isoTime } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { notificationsJobs } from '../jobs.ts'
import { findEmailOwner } from '../store/emails.ts'

export const retryEmail =
  (deps: Deps): HandlerOf<typeof notificationsContract, 'retryEmail'> =>
  async (context, { id }, fail) => {
    const found = await deps.db.read(context, (query) => findEmailOwner(query, id))
    if (found === undefined) throw fail('notifications.email_not_found')
    const answer = { id, status: 'queued' as const }
    await deps.db.write(actingFor(context, found.user_id), async (transaction) => {
      const { numUpdatedRows } = await transaction.query
        .updateTable('emails')
        .set({ status: 'queued', attempts: 0, error_code: null, updated_at: isoTime(deps.clock) })
        .where('id', '=', id)
        .where('status', '=', 'dead')
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw fail('notifications.email_not_dead')
      const about = found.user_id === null ? {} : { userId: found.user_id }
      await deps.jobs.send(notificationsJobs.deliverEmail, { email_id: id }, { transaction, ...about })
      transaction.remember(answer)
    })
    return answer
  }
