/** The modules that a seat needs, as they run in production. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Environment, loadConfig } from '@triptych/config'
import { fileSignerOn } from '@triptych/licensing/testing'
import { boot, keyRingOf, type LoadDataKey, platformConfig } from '@triptych/runtime'
import { modules } from '@triptych/server/modules'
import { createLogger } from '@triptych/telemetry'
import { given, tell } from '../processes/messages.ts'

/** Written and thrown away: a terminal or a disk would be measured otherwise. */
const nowhere = { write: () => undefined }
const environment = JSON.parse(given) as Environment

const keyRing = keyRingOf(loadConfig({ platform: platformConfig }, environment).platform)
const dataKeys = new Map<string, Promise<Uint8Array>>()
/** Every organisation has a key, as those have that register; asked for once a minute. */
const loadDataKey: LoadDataKey = (_context, subject) => {
  const made = dataKeys.get(subject) ?? keyRing.generate(subject)
  dataKeys.set(subject, made)
  return made
}

const running = await boot({
  modules,
  environment,
  logger: createLogger({ level: 'info', destination: nowhere }),
  loadDataKey: () => loadDataKey,
})
const signFile = fileSignerOn(running.platform.database, environment['LICENSING_SECRET'] ?? '')

const content = {
  license_id: '00000000-0000-0000-0000-000000000000',
  organization_id: '00000000-0000-0000-0000-000000000000',
} as unknown as Parameters<typeof signFile>[0]

/** The longest the event loop was late while so many files were signed. */
async function signFiles(count: number): Promise<number> {
  await signFile(content)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await Promise.all(Array.from({ length: count }, () => signFile(content)))
  delay.disable()
  return delay.max / 1e6
}

process.on('message', (count: number) => void signFiles(count).then(tell))
process.on('disconnect', () => void running.stop().then(() => process.exit(0)))
tell(running.publicUrl)
