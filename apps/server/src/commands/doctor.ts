import { loadConfig } from '@triptych/config'
import { platformConfig } from '@triptych/runtime'
import { readEnvironment } from '../environment.ts'
import { modules } from '../modules.ts'

/** Says whether the configuration is complete, without starting anything. */
export async function doctor(): Promise<void> {
  const slices = Object.fromEntries(modules.map((module) => [module.contract.name as string, module.config]))
  loadConfig({ platform: platformConfig, ...slices }, await readEnvironment())
  console.log('The configuration is complete.')
}
