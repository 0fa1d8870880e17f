import { type Environment, developmentSecrets, loadConfig, processEnvironment } from '@triptych/config'
import { platformConfig } from '@triptych/runtime'
import { modules } from './modules.ts'

/** The process's environment; outside production, missing secrets are made once and kept beside the data. */
export async function readEnvironment(): Promise<Environment> {
  const environment = processEnvironment()
  const { TRIPTYCH_ENV: kind, DATA_DIR: directory } = loadConfig(
    { platform: platformConfig.pick({ TRIPTYCH_ENV: true, DATA_DIR: true }) },
    environment,
  ).platform
  if (kind === 'production') return environment
  return developmentSecrets(
    [platformConfig, ...modules.map((module) => module.config)],
    directory,
    environment,
  )
}
