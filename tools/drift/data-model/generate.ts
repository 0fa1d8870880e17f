import { openTestDatabase } from '@triptych/db/testing'
import { readTables } from './catalogue.ts'
import { findModules } from './modules.ts'
import { renderPage } from './page.ts'
import type { Described } from './references.ts'

/** The page about the tables of every service below `root`, from an embedded database that they have migrated. */
export async function dataModel(root: string): Promise<string> {
  const modules = findModules(root)
  const sources = modules.map(({ source }) => source)
  const database = await openTestDatabase('embedded', sources)
  try {
    const described: Described[] = []
    for (const module of modules)
      described.push({ ...module, tables: await readTables(database.asOwner, module.name) })
    return renderPage(described)
  } finally {
    await database.close()
  }
}
