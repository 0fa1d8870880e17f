import { developmentSecrets } from '@triptych/config'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { newId, systemContext } from '@triptych/kernel'
import { boot, platformConfig } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { integrationsContract, integrationsModule } from '../src/module.ts'

/** Another process on the same database, in which one person asks for a reading. It does nobody's jobs. */
const { userId, aheadMs, environment } = JSON.parse(process.argv[2] ?? '{}') as {
  userId: string
  aheadMs: number
  environment: Record<string, string>
}
const modules = [identityModule, integrationsModule]
const slices = [platformConfig, ...modules.map((module) => module.config)]
const clock = { now: () => Date.now() + aheadMs }
const running = await boot({
  modules,
  environment: await developmentSecrets(slices, environment['DATA_DIR'] ?? '', environment),
  logger: createLogger({ level: 'error' }),
  loadDataKey,
  overrides: { clock },
})
const context = systemContext({ clock, newId, caller: 'edge', userId })
await running.assembly.clientOf(integrationsContract, 'edge').sync(context, { provider: 'todoist' })
await running.stop()
