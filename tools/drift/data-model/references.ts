import type { Column, Table } from './catalogue.ts'
import type { Module } from './modules.ts'

export interface Described extends Module {
  readonly tables: readonly Table[]
}

/** A table that a column names a row of. */
export interface Reference {
  readonly module: string
  readonly table: string
  /** A foreign key holds it; otherwise the name alone says so. */
  readonly isHeld: boolean
}

/** The ids of people in columns that say what a person did. */
const byWhom = /(^|_)by$/

/** Where a column leads. No foreign key leaves its schema, so between modules it is a uuid and the name of a table. */
export type Resolve = (module: Described, column: Column) => Reference | undefined

export function resolver(modules: readonly Described[]): Resolve {
  return (module, { name, type, references }) => {
    if (references !== null) return { module: module.name, table: references, isHeld: true }
    if (type !== 'uuid') return undefined
    const wanted = byWhom.test(name) ? 'user_id' : name
    const owned = tablesNamedBy(module, wanted)
    const found = owned.length > 0 ? owned : modules.flatMap((other) => tablesNamedBy(other, wanted))
    return found.length === 1 ? found[0] : undefined
  }
}

const tablesNamedBy = (module: Described, column: string): Reference[] =>
  module.tables
    .filter(({ name }) => `_${column}`.endsWith(`_${name.replace(/s$/, '')}_id`))
    .map(({ name }) => ({ module: module.name, table: name, isHeld: false }))

export interface Edge {
  readonly from: string
  readonly to: string
  /** Of the module it leads to. */
  readonly tables: readonly string[]
}

/** Which module keeps ids of which other one's rows. */
export function referencesBetween(modules: readonly Described[], resolve: Resolve): Edge[] {
  return modules.flatMap((module) => {
    const columns = module.tables.flatMap((table) => table.columns)
    const abroad = columns
      .map((column) => resolve(module, column))
      .filter((found): found is Reference => found !== undefined && found.module !== module.name)
    const byModule = Map.groupBy(abroad, (found) => found.module)
    return [...byModule].map(([to, found]) => ({
      from: module.name,
      to,
      tables: [...new Set(found.map(({ table }) => table))].toSorted(),
    }))
  })
}
