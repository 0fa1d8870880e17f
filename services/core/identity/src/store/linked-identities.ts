import { type Kysely, sql } from 'kysely'
import type { IdentityTables, UserStatus } from './tables.ts'

type Query = Kysely<IdentityTables>

/** Whose account an identity at another provider is. */
export async function findLinked(query: Query, issuer: string, subject: string) {
  const found = await sql<{
    user_id: string
    status: UserStatus
  }>`select * from find_linked_identity(${issuer}, ${subject})`.execute(query)
  return found.rows[0]
}

export const linkIdentity = (
  query: Query,
  link: { readonly issuer: string; readonly subject: string; readonly userId: string; readonly at: string },
) =>
  query
    .insertInto('linked_identities')
    .values({ issuer: link.issuer, subject: link.subject, user_id: link.userId, created_at: link.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
