import { newId } from '@triptych/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AccessRefused, ProviderUnavailable, type SignalBatch } from '../src/connectors/connector.ts'
import type { ExternalTask } from '../src/domain/external-task.ts'
import { openStage, stages } from './conformance/stages.ts'
import { type Fault, openWorld, type Stage, type World } from './conformance/world.ts'

type Cursor = Readonly<Record<string, string>>

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('holds every connector', () => {
  expect([...world.connectors.keys()].sort()).toEqual([...stages].sort())
})

describe.each(stages)('the connector %s', (name) => {
  let stage: Stage
  beforeEach(async () => {
    await world.call(`/${name}/reset`)
    stage = await openStage(name, world)
  })

  const signal = () => AbortSignal.timeout(60_000)
  async function read(cursor?: Cursor): Promise<{ batches: SignalBatch[]; cursor: Cursor }> {
    const batches: SignalBatch[] = []
    for await (const batch of stage.connector.fetchSignals(stage.credential, cursor, signal())) {
      batches.push(batch)
    }
    return { batches, cursor: batches.at(-1)?.cursor ?? {} }
  }

  /** What is open after these readings, as the service keeps it. */
  function openAfter(...readings: readonly SignalBatch[][]): string[] {
    const open = new Map<string, ExternalTask>()
    for (const batches of readings) {
      if (batches[0]?.isFull) open.clear()
      for (const task of batches.flatMap(({ tasks }) => tasks)) open.set(task.externalId, task)
    }
    return [...open.values()]
      .filter(({ isChecked, isDeleted }) => !isChecked && !isDeleted)
      .map((task) => JSON.stringify(task))
      .sort()
  }

  it('says what it reads and writes, and what a person may choose', () => {
    const { connector } = stage
    expect(connector.provider).toBe(name)
    expect(connector.reads.length).toBeGreaterThan(0)
    expect(connector.writes.length > 0).toBe(connector.act !== undefined)
    expect(connector.retentionChoices.every((days) => days >= 1 && days <= 365)).toBe(true)
  })

  it('knows by parts what it would know from the whole, and takes a reading twice without harm', async () => {
    const first = await read()
    expect(first.batches.every(({ isFull }) => isFull)).toBe(true)
    const [done, gone] = [await stage.add('Sweep the stairs'), await stage.add('Post the letter')]
    const second = await read(first.cursor)
    await stage.complete(done)
    await stage.remove(gone)
    await stage.add('Feed the cat')
    const third = await read(second.cursor)
    const again = await read(second.cursor)
    const whole = openAfter((await read()).batches)
    expect(openAfter(first.batches, second.batches, third.batches)).toEqual(whole)
    expect(openAfter(first.batches, second.batches, third.batches, again.batches)).toEqual(whole)
    const titles = whole.map((text) => (JSON.parse(text) as ExternalTask).title)
    expect(titles).toContain('Feed the cat')
    expect(titles).not.toContain('Sweep the stairs')
    expect(titles).not.toContain('Post the letter')
  })

  it.each([
    ['refused', AccessRefused],
    ['unavailable', ProviderUnavailable],
    ['limited', ProviderUnavailable],
    ['nonsense', ProviderUnavailable],
    ['cut', ProviderUnavailable],
  ] as const)(
    'tells what it means when its provider is %s, without its secret',
    async (fault: Fault, kind) => {
      await stage.arm(fault)
      const error: unknown = await read().then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(kind)
      if (fault === 'limited') expect(error).toMatchObject({ isBusy: true, retryAfterMs: expect.any(Number) })
      const told = `${String(error)} ${(error as Error).stack} ${JSON.stringify(error)} ${world.logs.join('')}`
      for (const secret of [stage.credential.accessToken, stage.credential.refreshToken]) {
        if (secret !== null) expect(told).not.toContain(secret)
      }
    },
  )

  it('does a command once, or cannot at all', async () => {
    const { connector, credential } = stage
    if (connector.act === undefined) return expect(connector.writes).toEqual([])
    const externalId = await stage.add('Wash the car')
    const command = { commandId: newId(), action: 'complete', externalId, isRecurring: false } as const
    const first = await connector.act(credential, command, signal())
    const second = await connector.act(credential, command, signal())
    expect([first, second]).toEqual(['done', 'done'])
    const reopened = { ...command, commandId: newId(), action: 'reopen' } as const
    expect(await connector.act(credential, reopened, signal())).toBe('done')
    // The old command, come late, changes nothing any more.
    await connector.act(credential, command, signal())
    expect(openAfter((await read()).batches).some((text) => text.includes('Wash the car'))).toBe(true)
  })

  it('has no access left once that is taken back', async () => {
    const { connector, credential } = stage
    if (connector.kind !== 'oauth') return expect(credential.refreshToken).toBeNull()
    expect(await connector.revoke(credential, signal())).toBe(true)
    await expect(read()).rejects.toThrow(AccessRefused)
    expect(await connector.refresh(credential, signal())).toEqual({ kind: 'refused' })
    expect(await connector.revoke(credential, signal())).toBe(true)
  })
})
