import type { Database } from '@triptych/db'

/** Who may do what, in an order that does not tell when it was granted. */
const rights = (list: string) =>
  `(select string_agg(one::text, ' ' order by one::text) from unnest(${list}) as one)`

const ofTables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace`

/** One line a fact: what, where, how. */
const parts = [
  `select 'schema', n.nspname, concat_ws(' ', n.nspowner::regrole, ${rights('n.nspacl')}) from pg_namespace n`,
  `select 'defaults', n.nspname, concat_ws(' ', d.defaclrole::regrole, d.defaclobjtype, ${rights('d.defaclacl')})
     from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace`,
  `select 'relation', n.nspname, concat_ws(' ', c.relname, c.relkind, c.relowner::regrole, c.relrowsecurity,
     c.relforcerowsecurity, ${rights('c.relacl')}) ${ofTables}`,
  `select 'column', n.nspname, concat_ws(' ', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
     a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), ${rights('a.attacl')})
     ${ofTables} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum`,
  `select 'constraint', n.nspname, concat_ws(' ', c.relname, k.conname, pg_get_constraintdef(k.oid))
     ${ofTables} join pg_constraint k on k.conrelid = c.oid`,
  `select 'index', n.nspname, pg_get_indexdef(i.indexrelid) ${ofTables} join pg_index i on i.indrelid = c.oid`,
  `select 'trigger', n.nspname, pg_get_triggerdef(t.oid) ${ofTables}
     join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal`,
  `select 'view', n.nspname, c.relname || pg_get_viewdef(c.oid) ${ofTables} where c.relkind in ('v', 'm')`,
  `select 'policy', n.nspname, concat_ws(' ', c.relname, p.polname, p.polcmd, p.polpermissive,
     (select string_agg(role::regrole::text, ' ' order by role::regrole::text) from unnest(p.polroles) as role),
     pg_get_expr(p.polqual, p.polrelid), '/', pg_get_expr(p.polwithcheck, p.polrelid))
     ${ofTables} join pg_policy p on p.polrelid = c.oid`,
  `select 'function', n.nspname, concat_ws(' ', p.proowner::regrole, ${rights('p.proacl')}, pg_get_functiondef(p.oid))
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p')`,
  `select 'enum', n.nspname, concat_ws(' ', t.typname, e.enumsortorder, e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace`,
]

/** Everything that the catalogue says of our schemas, sorted. */
export async function schemaOf(owner: Database): Promise<string[]> {
  const { rows } = await owner.pool.query<{ fact: string }>(
    `select concat_ws(' ', kind, schema, said) as fact from (${parts.join(' union all ')}) as facts (kind, schema, said)
      where schema !~ '^pg_' and schema <> 'information_schema' order by fact`,
  )
  return rows.map(({ fact }) => fact)
}
