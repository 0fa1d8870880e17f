import type { Kysely } from 'kysely'
import type { Standing } from '../connector-view.ts'
import type { IntegrationsTables } from './tables.ts'

/** How a person stands with every provider they ever met, by its name. */
export async function standingsOf(
  query: Kysely<IntegrationsTables>,
  userId: string,
): Promise<(provider: string) => Standing> {
  const connections = await query
    .selectFrom('connections')
    .selectAll()
    .where('user_id', '=', userId)
    .execute()
  const disconnections = await query
    .selectFrom('disconnections')
    .selectAll()
    .where('user_id', '=', userId)
    .execute()
  const ids = disconnections.flatMap(({ revocation_id: id }) => (id === null ? [] : [id]))
  const revocations =
    ids.length === 0 ? [] : await query.selectFrom('revocations').selectAll().where('id', 'in', ids).execute()
  return (provider) => {
    const disconnection = disconnections.find((one) => one.provider === provider)
    return {
      connection: connections.find((one) => one.provider === provider),
      disconnection,
      revocation: revocations.find(({ id }) => id === disconnection?.revocation_id),
    }
  }
}
