import { type Kysely, sql } from 'kysely'
import type { IdentityTables, UserStatus } from './tables.ts'

type Query = Kysely<IdentityTables>

export interface Account {
  id: string
  email: string
  full_name: string
  email_verified_at: string | null
  roles: string[]
  status: UserStatus
}

/** The account of the acting person, or undefined. */
export const findAccount = (query: Query, userId: string): Promise<Account | undefined> =>
  query
    .selectFrom('users')
    .select(['id', 'email', 'full_name', 'email_verified_at', 'roles', 'status'])
    .where('id', '=', userId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

export const findProfile = (query: Query, userId: string) =>
  query
    .selectFrom('profiles')
    .select(['locale', 'time_zone', 'region'])
    .where('user_id', '=', userId)
    .executeTakeFirst()

export interface Login {
  readonly id: string
  readonly password_hash: string | null
  readonly status: UserStatus
  readonly is_verified: boolean
}

/** Before anyone is known: what sign-in needs of the account with this address. */
export async function findLogin(query: Query, email: string): Promise<Login | undefined> {
  const found = await sql<Login>`select * from find_login(${email})`.execute(query)
  return found.rows[0]
}

export interface NewAccount {
  readonly account: Account
  readonly passwordHash: string | null
  readonly wrappedKey: Uint8Array
  readonly locale: string
  readonly now: string
}

export async function insertAccount(query: Query, made: NewAccount) {
  const { account, passwordHash, wrappedKey, locale, now } = made
  await query
    .insertInto('users')
    .values({ ...account, password_hash: passwordHash, created_at: now, updated_at: now, deleted_at: null })
    .execute()
  await query
    .insertInto('profiles')
    .values({ user_id: account.id, locale, time_zone: 'UTC', region: null, updated_at: now })
    .execute()
  await query
    .insertInto('data_keys')
    .values({ subject_id: account.id, subject_kind: 'user', wrapped_key: wrappedKey, created_at: now })
    .execute()
}

export const updateAccount = (query: Query, userId: string, change: Partial<IdentityTables['users']>) =>
  query.updateTable('users').set(change).where('id', '=', userId).execute()

/** The hash of the password now, held until the end of the transaction: nobody changes it meanwhile. */
export async function lockPassword(query: Query, userId: string): Promise<string | null> {
  const row = await query
    .selectFrom('users')
    .select('password_hash')
    .where('id', '=', userId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.password_hash ?? null
}
