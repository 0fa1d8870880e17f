import { setTimeout as wait } from 'node:timers/promises'
import { startChild, type Child, type Ground, type Program } from './children.ts'
import { createGuard } from './guard.ts'
import { waitForHealth } from './health.ts'
import { claimDirectory } from './instance.ts'
import { requireFreePorts, type WantedPort } from './ports.ts'
import { createSpeaker, paint, type Terminal } from './speaker.ts'
import type { StopRequests } from './stop-requests.ts'
import { findWebApps } from './web-apps.ts'
import { startWebBuilds, type BuildItem, type WebBuilds } from './web-builds.ts'

export interface Service extends Program {
  /** Ready when this address answers. */
  readonly healthUrl: string
}

export interface Plan {
  readonly root: string
  readonly dataDir: string
  readonly node: string
  readonly env: NodeJS.ProcessEnv
  /** In the order in which they are stopped. */
  readonly services: readonly Service[]
  /** Programs that nobody waits for: hot reload servers. */
  readonly companions: readonly Program[]
  readonly ports: readonly WantedPort[]
  readonly addresses: readonly (readonly [label: string, url: string])[]
  readonly readyMs: number
  readonly stopMs: number
}

/** Runs the plan until it is asked to stop or a program ends; answers the exit code. Leaves no process behind. */
export async function run(plan: Plan, requests: StopRequests, out: Terminal): Promise<number> {
  await requireFreePorts(plan.ports)
  const guard = createGuard()
  const ground: Ground = { guard, speaker: createSpeaker(out) }
  const begin = performance.now()
  const children = plan.services.map((service) => startChild(service, ground))
  const companions = plan.companions.map((program) => startChild(program, ground))
  const asked = new Promise<'stop'>((done) => requests.onStop(() => done('stop')))
  const crashed = Promise.race(children.map(async (child) => ({ child, code: await child.exited })))
  let builds: WebBuilds | undefined
  const launch = async (): Promise<never> => {
    await waitUntilReady(plan, children, crashed)
    builds = startWebBuilds({ ...plan, apps: findWebApps(plan.root), ground, now: () => new Date() })
    announce(plan, performance.now() - begin, out)
    void builds.finished.then((items) => tellBuilds(items, ground, out))
    return new Promise<never>(() => {})
  }
  try {
    const end = await Promise.race([asked, crashed, launch()])
    if (end === 'stop') return 0
    ground.speaker.say(
      paint(out, 'red', `The ${end.child.name} ended with code ${end.code}; stopping the rest.`),
    )
    return end.code === 0 ? 1 : end.code
  } finally {
    await stopAll({ plan, children, companions, builds, requests }, ground)
    guard.close()
  }
}

/** Claims the data directory around the run. */
export async function runAlone(plan: Plan, requests: StopRequests, out: Terminal): Promise<number> {
  const claim = claimDirectory(plan.dataDir, plan.addresses[0]?.[1] ?? '')
  try {
    return await run(plan, requests, out)
  } finally {
    claim.release()
  }
}

export class NotReady extends Error {}

async function waitUntilReady(
  plan: Plan,
  children: readonly Child[],
  crashed: Promise<unknown>,
): Promise<void> {
  const over = new AbortController()
  void crashed.then(() => over.abort())
  const results = await Promise.all(
    plan.services.map((service) =>
      waitForHealth({ url: service.healthUrl, deadlineMs: plan.readyMs, signal: over.signal }),
    ),
  )
  const late = plan.services.filter((_, index) => results[index] === false)
  if (late.length === 0) return
  if (children.some((child) => !child.isRunning())) return new Promise(() => {})
  throw new NotReady(
    `Not ready after ${plan.readyMs / 1000} s: ${late.map((one) => `${one.name} (${one.healthUrl})`).join(', ')}.`,
  )
}

interface Running {
  readonly plan: Plan
  readonly children: readonly Child[]
  readonly companions: readonly Child[]
  readonly builds: WebBuilds | undefined
  readonly requests: StopRequests
}

async function stopAll(
  { plan, children, companions, builds, requests }: Running,
  { speaker }: Ground,
): Promise<void> {
  const all = [...companions, ...children]
  requests.onStop(() => all.forEach((child) => child.kill()))
  await Promise.all([builds?.stop(1_000), ...companions.map((child) => child.stop(1_000))])
  for (const child of children)
    if (!(await child.stop(plan.stopMs)))
      speaker.say(`The ${child.name} did not stop within ${plan.stopMs / 1000} s and was killed.`)
  await wait(0)
}

function announce(plan: Plan, elapsedMs: number, out: Terminal): void {
  const width = Math.max(...plan.addresses.map(([label]) => label.length))
  const rows = plan.addresses.map(([label, url]) => `  ${label.padEnd(width)}   ${paint(out, 'cyan', url)}`)
  const title = `${paint(out, 'bold', 'Triptych is running.')} ${paint(out, 'dim', `${(elapsedMs / 1000).toFixed(1)} s`)}`
  out.write(`\n  ${title}\n\n${rows.join('\n')}\n\n  ${paint(out, 'dim', 'Ctrl-C stops everything.')}\n\n`)
}

function tellBuilds(items: readonly BuildItem[], { speaker }: Ground, out: Terminal): void {
  const built = items.filter((item) => item.status === 'ready' && item.ended_at !== undefined)
  if (built.length === 0) return
  speaker.say(paint(out, 'green', `Built: ${built.map((item) => item.name).join(', ')}.`))
}
