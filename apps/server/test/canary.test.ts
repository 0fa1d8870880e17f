import { newId } from '@triptych/kernel'
import {
  bootModules,
  databaseKinds,
  eventually,
  lanes,
  type Person,
  type Reply,
  signUp,
  type TestSystem,
} from '@triptych/testkit'
import { plantCanary } from '@triptych/vault/canary'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDataKey, modules } from '../src/modules.ts'
import {
  filesOf,
  findEverywhere,
  keepEveryRow,
  keepEveryValue,
  type Places,
  rowsOfEverything,
} from './canary/places.ts'
import { type Receiver, startReceiver } from './canary/receiver.ts'

const lanesOfThis = {
  ...(lanes.redisUrl === undefined ? {} : { REDIS_URL: lanes.redisUrl }),
  ...(lanes.natsUrl === undefined ? {} : { NATS_URL: lanes.natsUrl, NATS_STREAM: `canary-${newId()}` }),
}

describe.each(databaseKinds)('what a person writes, on %s', (database) => {
  const canary = plantCanary()
  // Its middle is enough to know a piece of it again.
  const needles = [canary, canary.split(' ')[1] ?? canary]
  const logs: Buffer[] = []
  const refusals: Buffer[] = []
  let receiver: Receiver
  let system: TestSystem
  let values: readonly Buffer[]

  beforeAll(async () => {
    receiver = await startReceiver()
    system = await bootModules({
      modules,
      database,
      loadDataKey,
      onLog: (line) => logs.push(Buffer.from(line)),
      environment: {
        ...lanesOfThis,
        LOG_LEVEL: 'debug',
        OTLP_URL: `${receiver.url}/v1/traces`,
        SENTRY_DSN: `${receiver.url.replace('http://', 'http://key@')}/1`,
      },
    })
    values = keepEveryValue(system)
    await keepEveryRow(system)
  })
  afterAll(async () => {
    await system.close()
    await receiver.close()
  })

  const everything = async (): Promise<Places> => {
    const metrics = await fetch(`${system.running[0]?.internalUrl}/metrics`)
    return new Map<string, readonly Uint8Array[]>([
      ...(await rowsOfEverything(system)),
      ['key-value store', values],
      ['files', await filesOf(system)],
      ['logs', logs],
      ['metrics', [Buffer.from(await metrics.text())]],
      ['traces and error reports', receiver.received],
      ['refusals', refusals],
    ])
  }

  it('is found nowhere but sealed, whatever it went through', async () => {
    const person = await signUp(system)
    await writeEverywhere(person, canary)
    refusals.push(...(await failEverywhere(system, person, canary)))
    await system.settle()
    await eventually(() => {
      const reported = Buffer.concat(receiver.received).toString('latin1')
      expect(reported).toContain('/v1/traces')
      expect(reported).toContain('/api/1/envelope')
    })
    const places = await everything()
    expect(findEverywhere(places, needles)).toEqual([])
    // The search saw what there was.
    expect([...places.keys()]).toEqual(
      expect.arrayContaining([
        'mirror.mirror_messages',
        'mirror.idempotency_keys',
        'turn.outbox, as written',
        'safety.safety_events',
        'key-value store',
      ]),
    )
    for (const place of ['logs', 'metrics', 'files', 'refusals', 'key-value store']) {
      expect({ place, size: places.get(place)?.length }).not.toEqual({ place, size: 0 })
    }
  })

  it('would be found in a row, a value, a report or a line that carried it', async () => {
    const places = await everything()
    const leaking = new Map([
      ...places,
      ['a row', [Buffer.from(`(1,"\\x${Buffer.from(canary).toString('hex')}")`)]],
      ['a value', [Buffer.from(JSON.stringify(['set', 'key', JSON.stringify({ canary })]))]],
      ['a line', [Buffer.from(JSON.stringify({ text: canary }))]],
    ])
    expect(findEverywhere(leaking, [canary]).map((found) => found.split(' (')[0])).toEqual([
      'a row',
      'a value',
      'a line',
    ])
  })
})

interface Message {
  readonly id: string
  readonly status: string
  readonly fragments: readonly { readonly id: string }[]
  readonly crisis: { readonly event_id: string } | null
}

/** Sends a sentence through everything that takes text, and reads it back. */
async function writeEverywhere(person: Person, canary: string): Promise<void> {
  const ask = async <T>(method: string, path: string, body?: unknown, headers = {}): Promise<T> => {
    const once = method === 'GET' ? {} : { 'idempotency-key': newId() }
    const reply = await person.send(method, `/api/v1${path}`, { body, headers: { ...once, ...headers } })
    if (reply.status >= 300) throw new Error(`${method} ${path} answered ${reply.status}: ${reply.text}`)
    return reply.body as T
  }
  const heavy = `I always ruin everything, ${canary}, and everyone must think I am a complete failure.`
  const danger = `${canary}. I want to kill myself tonight.`

  const { id: session } = await ask<{ id: string }>('POST', '/mirror/sessions', {})
  const write = (content: string) =>
    ask<Message>('POST', '/mirror/messages', { session_id: session, content })
  const message = await write(heavy)
  expect(message.fragments.length).toBeGreaterThan(0)
  await ask('POST', `/mirror/fragments/${message.fragments[0]?.id}/reframe`, {})
  await ask('PATCH', `/mirror/messages/${message.id}`, { content: `${heavy} Again.` })
  const crisis = await write(danger)
  expect(crisis.status).toBe('crisis')
  await ask('POST', `/safety/events/${crisis.crisis?.event_id}/dispute`, { excerpt: danger })
  await ask('POST', `/mirror/sessions/${session}/close`, {})
  await ask('GET', `/mirror/sessions/${session}`)

  const { id: turn } = await ask<{ id: string }>('POST', '/turns', { thought: heavy })
  await ask('POST', '/turns', { thought: heavy }, { accept: 'text/event-stream' })
  await ask('POST', '/turns', { thought: danger })
  await ask('POST', `/turns/${turn}/save`, {})
  await ask('GET', '/turns')
  await ask('GET', '/me/export')
}

/** Requests that carry the sentence and are refused, or break; what they answer. */
async function failEverywhere(system: TestSystem, person: Person, canary: string): Promise<Buffer[]> {
  const replies: Reply[] = []
  const ask = async (method: string, path: string, body?: unknown, headers = {}) =>
    void replies.push(await person.send(method, `/api/v1${path}`, { body, headers }))
  await ask('POST', '/turns', { thought: canary, more: canary })
  await ask('POST', '/turns', { thought: { deep: canary } })
  await ask('POST', '/turns', { thought: canary.repeat(5_000) })
  await ask('POST', '/mirror/messages', { session_id: canary, content: canary })
  await ask('GET', `/${encodeURIComponent(canary)}?q=${encodeURIComponent(canary)}`)
  await ask('GET', `/turns/${encodeURIComponent(canary)}`)
  await ask('POST', '/turns', { thought: canary }, { authorization: `Bearer ${encodeURIComponent(canary)}` })
  replies.push(await person.send('POST', '/api/v1/turns', { raw: `{"thought": "${canary}` }))
  const owner = await system.database.owner.pool.connect()
  await owner.query('reset role')
  await owner.query('alter table turn.turns add constraint broken check (false) not valid')
  owner.release()
  const broken = await signUp(system)
  replies.push(await broken.send('POST', '/api/v1/turns', { body: { thought: canary } }))
  expect(replies.map(({ status }) => status >= 400)).toEqual(replies.map(() => true))
  expect(replies.at(-1)?.status).toBe(500)
  return replies.map((reply) => Buffer.from(JSON.stringify([...reply.headers, reply.text])))
}
