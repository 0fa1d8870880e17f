import { loadConfig } from '@triptych/config'
import { migrateDatabase, platformConfig, waitingMigrations } from '@triptych/runtime'
import { readEnvironment } from '../environment.ts'
import { modules } from '../modules.ts'

/** Brings the schema up to date; with `--check` only says what is missing, and fails when something is. */
export async function migrate(): Promise<void> {
  const { platform } = loadConfig({ platform: platformConfig }, await readEnvironment())
  if (process.argv.includes('--check')) {
    const waiting = await waitingMigrations(platform, modules)
    for (const { module, name } of waiting) console.log(`waiting: ${module}/${name}`)
    if (waiting.length > 0) process.exitCode = 1
    else console.log('The schema is up to date.')
    return
  }
  const applied = await migrateDatabase(platform, modules)
  for (const { module, name } of applied) console.log(`applied: ${module}/${name}`)
  console.log(`The schema is up to date; ${applied.length} migration(s) were applied.`)
}
