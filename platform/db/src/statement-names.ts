const namesMax = 64

/** The name under which a connection keeps a statement prepared; undefined for one that is not kept. */
export type StatementNames = (sql: string) => string | undefined

/**
 * Names a module's statements, each text once. Names are the module's own: role and search path belong to the plan.
 * A statement with `*` is not kept: a column that a newer release adds would change its result under a running one.
 * Texts that vary without end (lists of parameters) are not kept beyond the first ones, as each takes memory on
 * every connection.
 */
export function createStatementNames(module: string): StatementNames {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= namesMax || sql.includes('*')) return known
    const name = `${module}_${names.size}`
    names.set(sql, name)
    return name
  }
}

/** For connections that prepare nothing. */
export const noStatementNames: StatementNames = () => undefined
