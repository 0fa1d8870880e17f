import { openTestDatabase, type TestDatabase } from '@triptych/db/testing'
import { databaseKinds, lanes } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../src/modules.ts'
import {
  connectOwner,
  type Owner,
  policiesOf,
  type Policy,
  type Table,
  tablesOf,
} from './row-security/catalogue.ts'
import { definerFunctions } from './row-security/definer-functions.ts'
import { sharedRows, violationsOf } from './row-security/probe.ts'
import { plantRows } from './row-security/rows.ts'

const sources = modules.map((module) => ({
  module: module.contract.name as string,
  directory: module.migrations,
}))
const schemas = sources.map(({ module }) => module.replaceAll('-', '_'))

describe.each(databaseKinds)('row security on %s', (kind) => {
  let database: TestDatabase
  let owner: Owner
  let tables: Table[]

  beforeAll(async () => {
    database = await openTestDatabase(kind, sources, lanes.postgresUrl)
    owner = await connectOwner(database)
    tables = await tablesOf(owner, schemas)
    await plantRows(owner, tables)
  })
  afterAll(async () => {
    owner.release()
    await database.close()
  })

  const rolledBack = async <T>(work: () => Promise<T>): Promise<T> => {
    await owner.query('begin')
    try {
      return await work()
    } finally {
      await owner.query('rollback')
    }
  }

  it('keeps everybody to their own rows, in every table of every module', async () => {
    expect(tables.length).toBeGreaterThan(schemas.length * 3)
    const violations: string[] = []
    for (const table of tables) violations.push(...(await rolledBack(() => violationsOf(owner, table))))
    expect(violations).toEqual([])
  })

  it(
    'would be noticed if any policy were dropped or let everybody through',
    { timeout: 600_000 },
    async () => {
      const unnoticed: string[] = []
      const policies = await policiesOf(owner, schemas)
      for (const policy of policies) {
        const table = tables.find(({ schema, name }) => schema === policy.schema && name === policy.table)
        if (table === undefined) throw new Error(`${policy.table} is no table of a module`)
        for (const mutation of mutationsOf(policy, table)) {
          const violations = await rolledBack(async () => {
            await owner.query(mutation)
            return violationsOf(owner, table)
          })
          if (violations.length === 0) unnoticed.push(mutation)
        }
      }
      expect(policies.length).toBeGreaterThan(tables.length)
      expect(unnoticed).toEqual([])
    },
  )

  it('names no shared table that does not exist', () => {
    const known = new Set(tables.map(({ schema, name }) => `${schema}.${name}`))
    expect(Object.keys(sharedRows).filter((key) => !known.has(key.split(' ')[0] ?? ''))).toEqual([])
  })

  it('is forced on every table, also for the owner of the table', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any ($1) and c.relkind in ('r', 'p')
          and not (c.relrowsecurity and c.relforcerowsecurity)`,
      [schemas],
    )
    expect(rows).toEqual([])
  })

  it('binds every role of the product', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select rolname as name from pg_roles
        where rolname like 'triptych\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    )
    expect(rows).toEqual([])
  })

  it('lets no module’s role into the schema of another', async () => {
    const { rows } = await owner.query<{ role: string; schema: string }>(
      `select r.rolname as role, n.nspname as schema
         from pg_roles r cross join pg_namespace n
        where r.rolname = any ($1) and n.nspname = any ($2)
          and n.nspname not in (substr(r.rolname, 10), replace(substr(r.rolname, 10), '_lookup', ''))
          and (
            has_schema_privilege(r.oid, n.oid, 'usage, create')
            or exists (
              select from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm')
                 and (has_any_column_privilege(r.oid, c.oid, 'select, insert, update')
                      or has_table_privilege(r.oid, c.oid, 'delete, truncate'))
            )
          )`,
      [schemas.flatMap((schema) => [`triptych_${schema}`, `triptych_${schema}_lookup`]), schemas],
    )
    expect(rows).toEqual([])
  })

  it('is stepped over by the listed functions alone, each with a fixed search path and a bound owner', async () => {
    const { rows } = await owner.query<DefinerFunction>(
      `select n.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name,
              pg_get_userbyid(p.proowner) = 'triptych_' || n.nspname || '_lookup' as is_lookups,
              coalesce(p.proconfig::text ~ ('search_path=' || n.nspname || ',[ a-z_,]*pg_temp'), false) as is_fixed,
              exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
                as is_public
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
        order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(definerFunctions.toSorted())
    const expected = { is_lookups: true, is_fixed: true, is_public: false }
    expect(rows).toEqual(rows.map(({ name }) => ({ name, ...expected })))
  })
})

interface DefinerFunction {
  readonly name: string
  readonly is_lookups: boolean
  readonly is_fixed: boolean
  readonly is_public: boolean
}

/** The ways in which a policy is lost: it goes, or it lets everybody through. */
function mutationsOf(
  { schema, table, name, command, using, check }: Policy,
  { columns, grants }: Table,
): string[] {
  // Where no reference can be written, a row cannot be given to another, and the check is never decisive.
  const references = new Set(columns.filter(({ type }) => type === 'uuid').map((column) => column.name))
  const canGive = grants.some(({ update }) => update.some((column) => references.has(column)))
  const place = `"${name}" on ${schema}.${table}`
  const wide = [
    ...(using === null || using === 'true' ? [] : ['using (true)']),
    ...(check === null || check === 'true' ? [] : ['with check (true)']),
  ]
  return [
    `drop policy ${place}`,
    ...wide.map((clause) => `alter policy ${place} ${clause}`),
    ...(['ALL', 'UPDATE'].includes(command) && using !== 'true' && check === null && canGive
      ? [`alter policy ${place} with check (true)`]
      : []),
  ]
}
