import { lookupRoleOf, roleOf, schemaOf } from '@triptych/db'
import type { TestDatabase } from '@triptych/db/testing'

/** Reads as the superuser, whom no policy binds. */
export type Query = TestDatabase['asOwner']

export interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly isPrimary: boolean
  /** The table that a foreign key holds it to. */
  readonly references: string | null
}

export const commands = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const
export type Command = (typeof commands)[number]

/** What one of the module's two roles may do with a table, and to which rows: the policy's own words. */
export interface Right {
  readonly role: 'module' | 'lookup'
  readonly command: Command
  readonly rows: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** The definitions of the indexes beside the primary key. */
  readonly uniques: readonly string[]
  readonly rights: readonly Right[]
}

/** The tables of a module's schema in the order in which they were made. */
export async function readTables(query: Query, module: string): Promise<Table[]> {
  const schema = schemaOf(module)
  const tables = await query<{ oid: number; name: string }>(
    `select c.oid::int8 as oid, c.relname as name from pg_class c
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by c.oid`,
    [schema],
  )
  return Promise.all(
    tables.map(async ({ oid, name }) => ({
      name,
      columns: await query<Column>(columnsOf, [oid]),
      uniques: (await query<{ words: string }>(uniquesOf, [oid])).map(({ words }) => words),
      rights: await query<Right>(rightsOf, [oid, roleOf(module), lookupRoleOf(module), [...commands]]),
    })),
  )
}

const columnsOf = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
         exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey))
           as "isPrimary",
         (select r.relname from pg_constraint f join pg_class r on r.oid = f.confrelid
           where f.conrelid = a.attrelid and f.contype = 'f' and a.attnum = any (f.conkey)
           order by cardinality(f.conkey), f.conname limit 1) as references
    from pg_attribute a
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
   order by a.attnum`

const uniquesOf = `
  select pg_get_indexdef(indexrelid) as words
    from pg_index where indrelid = $1 and indisunique and not indisprimary order by indexrelid`

/** A right needs a grant and a policy; a new or changed row is judged by the policy's check where it has one. */
const rightsOf = `
  select case r.name when $2 then 'module' else 'lookup' end as role, c.command,
         string_agg(
           case when c.command in ('INSERT', 'UPDATE') then coalesce(w.with_check, w.qual) else w.qual end,
           ' or ' order by p.polname
         ) as rows
    from unnest(array[$2, $3]) with ordinality as r (name, place)
   cross join unnest($4::text[]) with ordinality as c (command, place)
    join pg_policy p on p.polrelid = $1 and r.name::regrole = any (p.polroles)
     and (p.polcmd = '*' or p.polcmd = case c.command
           when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end)
   cross join lateral (
     select pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as with_check
   ) as w
   where case c.command when 'DELETE' then has_table_privilege(r.name, $1::oid, 'DELETE')
           else has_any_column_privilege(r.name, $1::oid, c.command) end
   group by r.name, r.place, c.command, c.place
   order by r.place, c.place`
