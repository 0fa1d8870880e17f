import type { TestDatabase } from '@triptych/db/testing'

/** A connection of the database's owner; everything that is probed on it is rolled back. */
export const connectOwner = (database: TestDatabase) => database.owner.pool.connect()
export type Owner = Awaited<ReturnType<typeof connectOwner>>

export interface Policy {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly command: string
  readonly using: string | null
  readonly check: string | null
}

export interface Column {
  readonly name: string
  readonly type: string
}

/** What a role may do with a table, and the columns it may name in doing so. */
export interface Grant {
  readonly role: string
  readonly select: boolean
  readonly insert: boolean
  readonly update: readonly string[]
  readonly delete: boolean
}

export interface Table {
  readonly schema: string
  readonly name: string
  /** Without those that the database fills by itself. */
  readonly columns: readonly Column[]
  readonly grants: readonly Grant[]
}

export async function policiesOf(owner: Owner, schemas: readonly string[]): Promise<Policy[]> {
  const { rows } = await owner.query<Policy>(
    `select schemaname as schema, tablename as table, policyname as name, cmd as command, qual as using, with_check as check
       from pg_policies where schemaname = any ($1) order by 1, 2, 3`,
    [schemas],
  )
  return rows
}

export async function tablesOf(owner: Owner, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await owner.query<Omit<Table, 'grants'> & { oid: number }>(
    `select c.oid, n.nspname as schema, c.relname as name,
            (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
               from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.attidentity = '' and a.attgenerated = '') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind in ('r', 'p') order by 2, 3`,
    [schemas],
  )
  const tables: Table[] = []
  for (const { oid, ...table } of rows) tables.push({ ...table, grants: await grantsOn(owner, oid) })
  return tables
}

/** Direct grants alone: the app's role has every module's by membership. */
async function grantsOn(owner: Owner, oid: number): Promise<Grant[]> {
  const { rows } = await owner.query<Grant>(
    `select r.rolname as role,
            has_any_column_privilege(r.oid, $1::oid, 'select') as select,
            has_table_privilege(r.oid, $1::oid, 'insert') as insert,
            coalesce((select json_agg(a.attname order by a.attnum) from pg_attribute a
                       where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
                         and a.attgenerated = ''
                         and has_column_privilege(r.oid, $1::oid, a.attnum, 'update')
                         and has_column_privilege(r.oid, $1::oid, a.attnum, 'select')), '[]') as update,
            has_table_privilege(r.oid, $1::oid, 'delete') as delete
       from pg_roles r
      where r.rolname like 'triptych\\_%' and r.rolname <> 'triptych_app' and not r.rolcanlogin
      order by 1`,
    [oid],
  )
  return rows.filter((grant) => grant.select || grant.insert || grant.update.length > 0 || grant.delete)
}
