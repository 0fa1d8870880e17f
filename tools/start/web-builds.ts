import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChild, type Child, type Ground } from './children.ts'
import { createRecorder } from './speaker.ts'
import { isBuilt, removeStamp, stampBuild, takeSnapshot, type Snapshot, type WebApp } from './web-apps.ts'

type BuildStatus = 'waiting' | 'building' | 'ready' | 'failed'

/** One row of builds.json, which the server's board reads. */
export interface BuildItem {
  readonly name: string
  readonly status: BuildStatus
  readonly started_at?: string
  readonly ended_at?: string
  readonly message?: string
}

export interface WebBuilds {
  /** Settles when every app is ready or failed, or after stop(). */
  readonly finished: Promise<readonly BuildItem[]>
  stop(deadlineMs: number): Promise<void>
}

interface Setting {
  readonly apps: readonly WebApp[]
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
  readonly node: string
  readonly ground: Ground
  readonly now: () => Date
}

/** Keeps builds.json, replacing it whole so that a reader never sees half of it. */
export function createBuildsFile(dataDir: string): (items: readonly BuildItem[]) => void {
  const file = join(dataDir, 'builds.json')
  const next = `${file}.${process.pid}`
  return (items) => {
    writeFileSync(next, `${JSON.stringify({ items })}\n`)
    renameSync(next, file)
  }
}

/** Builds what changed, one after another and with low priority; what did not change is ready at once. */
export function startWebBuilds(setting: Setting): WebBuilds {
  const { apps, now } = setting
  const write = createBuildsFile(setting.dataDir)
  const queue = apps.map((app) => ({ app, before: takeSnapshot(app) }))
  const items = new Map<string, BuildItem>(
    queue.map(({ app, before }) => [
      app.name,
      { name: app.name, status: isBuilt(app, before) ? 'ready' : 'waiting' },
    ]),
  )
  const show = (item: BuildItem): void => {
    items.set(item.name, item)
    write([...items.values()])
  }
  write([...items.values()])
  let stopped = false
  let current: Child | undefined

  const build = async (app: WebApp, before: Snapshot): Promise<void> => {
    const begin = { name: app.name, started_at: now().toISOString() }
    show({ ...begin, status: 'building' })
    removeStamp(app)
    const output: string[] = []
    current = startChild(buildProgram(app, setting), {
      guard: setting.ground.guard,
      speaker: createRecorder(output),
    })
    const code = await current.exited
    if (stopped) return show({ name: app.name, status: 'waiting' })
    const end = { ...begin, ended_at: now().toISOString() }
    if (code === 0) {
      stampBuild(app, before)
      return show({ ...end, status: 'ready' })
    }
    setting.ground.speaker.say(`The build of ${app.name} failed:\n${output.slice(-15).join('\n')}`)
    show({
      ...end,
      status: 'failed',
      message: `the build ended with code ${code}; its output is in the terminal`,
    })
  }
  const runAll = async (): Promise<readonly BuildItem[]> => {
    for (const { app, before } of queue)
      if (!stopped && items.get(app.name)?.status === 'waiting') await build(app, before)
    return [...items.values()]
  }
  return {
    finished: runAll(),
    async stop(deadlineMs) {
      stopped = true
      await current?.stop(deadlineMs)
    },
  }
}

function buildProgram(app: WebApp, { env, node }: Setting): Parameters<typeof startChild>[0] {
  return {
    name: app.name,
    command: node,
    args: ['--run', 'build'],
    cwd: app.directory,
    env: { ...env, CI: '1', NODE_ENV: 'production', EXPO_OFFLINE: '1', EXPO_NO_TELEMETRY: '1' },
    lowPriority: true,
  }
}
