import type { Kysely } from 'kysely'
import type { AiGatewayTables } from './tables.ts'

type Query = Kysely<AiGatewayTables>

/** Tokens of the person whom the transaction is bound to. */
export async function tokensSince(query: Query, since: string): Promise<number> {
  const row = await query
    .selectFrom('ai_usage_events')
    .select((eb) =>
      eb.fn
        .coalesce(eb.fn.sum<number>(eb('input_tokens', '+', eb.ref('output_tokens'))), eb.lit(0))
        .as('tokens'),
    )
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.tokens
}

/** When which model was called for a person, for their export. */
export const exportEvents = (query: Query) =>
  query
    .selectFrom('ai_usage_events')
    .select([
      'id',
      'purpose',
      'lane',
      'served_model',
      'provider',
      'outcome',
      'input_tokens',
      'output_tokens',
      'created_at',
    ])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
