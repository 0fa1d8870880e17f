import { type Contract, newId } from '@triptych/kernel'
import type { AnyModule, Running } from '@triptych/runtime'
import { bootModules, databaseKinds, eventually, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadDataKey, modules } from '../src/modules.ts'

/** Where work stands still until the test lets it go on. */
interface Gate {
  arrived: number
  readonly opened: Promise<void>
  open(): void
}

function createGate(): Gate {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  return { arrived: 0, opened, open }
}

function reach(gate: Gate): Promise<void> {
  gate.arrived += 1
  return gate.opened
}

type Stream = AsyncGenerator<unknown, unknown, undefined>
type Work = (...call: unknown[]) => Promise<void>

async function* haltAfterFirst(real: Stream, gate: Gate): Stream {
  let step = await real.next()
  if (step.done !== true) yield step.value
  await reach(gate)
  for (step = await real.next(); step.done !== true; step = await real.next()) yield step.value
  return step.value
}

/** The product’s own modules: a model’s answer halts after its first event, and so does each mail before it goes out. */
const haltingModules = (answers: Gate, mails: Gate): AnyModule[] =>
  modules.map((module) => ({
    ...module,
    create(deps) {
      const instance = module.create(deps)
      const { name } = module.contract as Contract
      if (name === 'ai-gateway') {
        const handlers = instance.handlers as unknown as Record<string, (...call: unknown[]) => Stream>
        const turnThought = (...call: unknown[]) =>
          haltAfterFirst((handlers['turnThought'] as (...call: unknown[]) => Stream)(...call), answers)
        return { ...instance, handlers: { ...handlers, turnThought } }
      }
      const jobHandlers = instance.jobHandlers as Record<string, Work> | undefined
      if (name !== 'notifications' || jobHandlers === undefined) return instance
      return { ...instance, jobHandlers: { ...jobHandlers, deliverEmail: () => reach(mails) } }
    },
  }))

describe.each(databaseKinds)('a server on %s that is told to stop', (database) => {
  const [answers, mails] = [createGate(), createGate()]
  let system: TestSystem
  beforeAll(async () => {
    system = await bootModules({ modules: haltingModules(answers, mails), database, loadDataKey })
  })
  afterAll(() => system.close())

  /** Time in which a stop that does not wait would go on. */
  async function aWhile(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await system.database.asOwner('select 1')
  }

  it('refuses what is new, answers what it began, ends streams in order and finishes its jobs', async () => {
    const ada = await signUp(system)
    const turn = (headers: Record<string, string> = {}) =>
      ada.send('POST', '/api/v1/turns', {
        body: { thought: `I always ruin everything, ${newId()}` },
        headers,
      })
    const request = turn()
    const stream = turn({ accept: 'text/event-stream' })
    await eventually(() => expect([answers.arrived, mails.arrived]).toEqual([2, 1]))

    const { platform, stop } = system.running[0] as Running
    const [busStop, jobsStop] = [vi.spyOn(platform.bus, 'stop'), vi.spyOn(platform.jobs, 'stop')]
    let isStopped = false
    const stopped = stop().then(() => (isStopped = true))
    await eventually(() =>
      expect(fetch(`${system.baseUrl}/health/live`)).rejects.toMatchObject({
        cause: { code: 'ECONNREFUSED' },
      }),
    )
    await aWhile()
    expect(busStop).not.toHaveBeenCalled()
    answers.open()
    expect(await request).toMatchObject({ status: 201, body: { status: 'ok' } })
    expect((await stream).text).toMatch(/event: meta\n[^]*event: done\ndata: .*\n\n$/)
    await eventually(() => expect(jobsStop).toHaveBeenCalled())
    await aWhile()
    expect(isStopped).toBe(false)
    mails.open()
    await stopped
    expect(await system.database.asOwner('select id from turn.turns')).toHaveLength(2)
    expect(
      await system.database.asOwner(
        `select distinct state from jobs.job_common where name = 'notifications.deliver_email'`,
      ),
    ).toEqual([{ state: 'completed' }])
  })
})
