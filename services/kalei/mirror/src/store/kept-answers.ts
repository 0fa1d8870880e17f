import type { Kysely } from 'kysely'
import type { MirrorTables } from './tables.ts'

/**
 * What closing and turning answered is kept for repeated requests and quotes the page: it goes with what it quotes.
 * Nothing is lost by it, as both give what the page itself keeps when they are asked again.
 */
export const forgetAnswers = (query: Kysely<MirrorTables>) =>
  query
    .deleteFrom('idempotency_keys')
    .where('operation', 'in', ['mirror.closeSession', 'mirror.reframeFragment'])
    .execute()
