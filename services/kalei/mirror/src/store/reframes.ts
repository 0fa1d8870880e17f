import type { Kysely } from 'kysely'
import type { MirrorTables, ReframeRow } from './tables.ts'

type Query = Kysely<MirrorTables>

export const findFragment = (query: Query, id: string) =>
  query.selectFrom('mirror_fragments').selectAll().where('id', '=', id).executeTakeFirst()

export const findReframe = (query: Query, fragmentId: string) =>
  query.selectFrom('mirror_reframes').selectAll().where('fragment_id', '=', fragmentId).executeTakeFirst()

/** Other fragments of the session that were turned, and those being turned now. Only while the session is locked. */
export async function countReframes(
  query: Query,
  sessionId: string,
  at: { readonly except: string; readonly now: string },
): Promise<number> {
  const row = await query
    .selectFrom('mirror_reframes')
    .select((eb) => eb.fn.countAll<number>().as('used'))
    .where('session_id', '=', sessionId)
    .where('fragment_id', '!=', at.except)
    .where((eb) => eb.or([eb('reserved_until', 'is', null), eb('reserved_until', '>', at.now)]))
    .executeTakeFirstOrThrow()
  return row.used
}

export const reserveReframe = (
  query: Query,
  row: Pick<ReframeRow, 'fragment_id' | 'user_id' | 'session_id' | 'created_at'>,
  reservedUntil: string,
) =>
  query
    .insertInto('mirror_reframes')
    .values({
      ...row,
      reserved_until: reservedUntil,
      sealed_answer: null,
      engine: null,
      prompt_version: null,
    })
    .onConflict((conflict) => conflict.column('fragment_id').doUpdateSet({ reserved_until: reservedUntil }))
    .execute()

export const settleReframe = (
  query: Query,
  fragmentId: string,
  answer: Pick<ReframeRow, 'sealed_answer' | 'engine' | 'prompt_version'>,
) =>
  query
    .updateTable('mirror_reframes')
    .set({ ...answer, reserved_until: null })
    .where('fragment_id', '=', fragmentId)
    .execute()

export const releaseReframe = (query: Query, fragmentId: string) =>
  query
    .deleteFrom('mirror_reframes')
    .where('fragment_id', '=', fragmentId)
    .where('reserved_until', 'is not', null)
    .execute()
