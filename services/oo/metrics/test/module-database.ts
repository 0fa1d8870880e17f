import { createModuleDatabase, type ModuleDatabase } from '@triptych/db'
import { newId } from '@triptych/kernel'
import type { TestSystem } from '@triptych/testkit'

/** A module's own way to its rows, with its role and row security: for histories that no interface writes. */
export const moduleDatabaseOf = <Tables>(
  { database, clock }: TestSystem,
  module: string,
): ModuleDatabase<Tables> =>
  createModuleDatabase<Tables>({
    // Beside the module's own: two of the same module would give their prepared statements the same names.
    database: { ...database.app, isPipelined: false },
    module,
    clock,
    newId,
  })
