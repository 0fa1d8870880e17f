// Builds the web apps that changed, and waits for them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createGuard } from './guard.ts'
import { createSpeaker, terminal } from './speaker.ts'
import { createStopRequests } from './stop-requests.ts'
import { findWebApps } from './web-apps.ts'
import { startWebBuilds } from './web-builds.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'triptych-builds-'))
const guard = createGuard()
const builds = startWebBuilds({
  apps: findWebApps(dirname(dirname(import.meta.dirname))),
  dataDir,
  env: process.env,
  node: process.execPath,
  ground: { guard, speaker: createSpeaker(terminal) },
  now: () => new Date(),
})
createStopRequests(process).onStop(() => void builds.stop(2_000))
const items = await builds.finished
rmSync(dataDir, { recursive: true, force: true })
guard.close()
for (const { name, status } of items) terminal.write(`${name}: ${status}\n`)
process.exit(items.every(({ status }) => status === 'ready') ? 0 : 1)
