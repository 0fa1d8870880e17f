import { type Kysely, sql } from 'kysely'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>

export const findCustomer = (query: Query, organizationId: string) =>
  query.selectFrom('customers').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()

/** Whose customer it is, asked before anybody's rows are bound. */
export async function organizationOfCustomer(query: Query, customer: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string | null
  }>`select organization_of_customer(${customer}) as id`.execute(query)
  return rows[0]?.id ?? undefined
}

/** Whoever comes second takes the first one's. */
export async function keepCustomer(query: Query, customer: BillingTables['customers']): Promise<string> {
  await query
    .insertInto('customers')
    .values(customer)
    .onConflict((conflict) => conflict.column('organization_id').doNothing())
    .execute()
  return (await findCustomer(query, customer.organization_id))?.stripe_id ?? customer.stripe_id
}
