import { consumer, defineConsumers, type DeletionRequested, erasure } from '@triptych/bus'
import { auditRecorded, isoTime, userDataErased } from '@triptych/kernel'
import { dropArchives } from './archive/kept-archives.ts'
import { appendEntry } from './audit/append-entry.ts'
import { auditKeyOf } from './audit/seal-entry.ts'
import type { Deps } from './deps.ts'
import { type NewErasure, noteAnswer, openReceipt } from './store/receipts.ts'
import type { PrivacyTables } from './store/tables.ts'

const day = 86_400_000
const receiptMs = 30 * day

export const consumersOf = (deps: Pick<Deps, 'clock' | 'config' | 'storage' | 'jobs'>) =>
  defineConsumers<PrivacyTables>({
    erase_person: erasure({
      clock: deps.clock,
      async prepare(_context, { userId }) {
        return { archives: await dropArchives(deps, userId), jobs: await deps.jobs.removePerson(userId) }
      },
      async also({ query }, person, { archives, jobs }) {
        await openReceipt(query, receiptOf(deps, person))
        await query.deleteFrom('archives').where('user_id', '=', person.userId).execute()
        const { numUpdatedRows } = await query
          .updateTable('audit_entries')
          .set({ sealed_personal: null })
          .where('actor_user_id', '=', person.userId)
          .where('sealed_personal', 'is not', null)
          .executeTakeFirstOrThrow()
        return { archives: BigInt(archives), audit_addresses: numUpdatedRows, jobs: BigInt(jobs) }
      },
    }),
    note_erasure: consumer({
      event: userDataErased,
      // Whatever was put into the queue between one service's answer and the next.
      prepare: (_context, { userId }) => deps.jobs.removePerson(userId),
      async handle(_context, { erasureId, service, counts, erasedAt }, _meta, { query }) {
        const erased = Object.fromEntries(
          Object.entries(counts).map(([kind, count]) => [kind, Number(count)]),
        )
        const answer = { receiptId: erasureId, service, erased, at: erasedAt }
        await noteAnswer(query, answer, isoTime(deps.clock))
      },
    }),
    seal_audit: consumer({
      event: auditRecorded,
      async handle(_context, body, { id }, transaction) {
        await appendEntry(transaction, auditKeyOf(deps.config.AUDIT_KEY), { id, body })
      },
    }),
  })

function receiptOf(deps: Pick<Deps, 'clock' | 'config'>, person: DeletionRequested): NewErasure {
  const { userId, erasureId, requestedAt, receiptTokenHash: hash } = person
  const after = (ms: number): string => new Date(Date.parse(requestedAt) + ms).toISOString()
  return {
    id: erasureId,
    userId,
    tokenHash: hash.length === 0 ? null : Buffer.from(hash),
    requestedAt,
    restorableUntil: after(deps.config.BACKUP_RETENTION_DAYS * day),
    readableUntil: after(receiptMs),
    now: isoTime(deps.clock),
  }
}
