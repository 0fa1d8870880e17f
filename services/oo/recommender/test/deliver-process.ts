import { developmentSecrets } from '@triptych/config'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { integrationsModule } from '@triptych/integrations'
import { newId, systemContext } from '@triptych/kernel'
import { notificationsModule } from '@triptych/notifications'
import { boot, platformConfig } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { recommenderModule } from '../src/module.ts'

/** Another process on the same database, which makes one delivery. It does no other jobs. */
const { userId, deliveryId, aheadMs, environment } = JSON.parse(process.argv[2] ?? '{}') as {
  userId: string
  deliveryId: string
  aheadMs: number
  environment: Record<string, string>
}
const modules = [identityModule, integrationsModule, notificationsModule, recommenderModule]
const slices = [platformConfig, ...modules.map((module) => module.config)]
const clock = { now: () => Date.now() + aheadMs }
const running = await boot({
  modules,
  environment: await developmentSecrets(slices, environment['DATA_DIR'] ?? '', environment),
  logger: createLogger({ level: 'error' }),
  loadDataKey,
  overrides: { clock },
})
const { jobHandlers } = running.assembly.instances.get('recommender') ?? {}
await jobHandlers?.['deliver']?.(systemContext({ clock, newId, userId }), { delivery_id: deliveryId })
await running.stop()
