import type { DelayReading } from '../processes/stack.ts'
import type { Load, LoadRequest, LoadResult } from '../processes/load.ts'
import { type RunningProcess, start } from '../processes/messages.ts'
import { type Benchmark, type Check, count, ms, percent, type Section } from '../report.ts'
import { interleave, median, ratio } from '../rounds.ts'
import { type BenchPerson, type StackSystem, startStack } from '../stack-system.ts'

const peopleCount = 24
const connections = 48
const seconds = 1.5
const rounds = 7
const warmUpSeconds = 2

const note = { title: 'A short title', body: 'A few words, about as long as somebody writes in one go.' }
const writeBody = { method: 'POST', body: JSON.stringify(note) } as const

type Send = (
  load: Pick<Load, 'baseUrl' | 'requests' | 'withKeys'>,
  forSeconds?: number,
) => Promise<LoadResult>

interface Measured {
  readonly rows: readonly (readonly string[])[]
  readonly check: Check
}

/** An authenticated read and write of one row through everything, beside Fastify and `pg` alone. */
export const stackBenchmark: Benchmark = {
  name: 'stack',
  async run(settings): Promise<Section> {
    const system = await startStack(settings, peopleCount)
    const client = await start<'ready'>('./load.ts', { input: null })
    try {
      return await measure(system, senderOf(client))
    } finally {
      await client.stop()
      await system.close()
    }
  },
}

const senderOf =
  (client: RunningProcess<unknown>): Send =>
  async (load, forSeconds = seconds) => {
    const result = await client.ask<LoadResult>({ ...load, connections, seconds: forSeconds } satisfies Load)
    if (result.failed > 0) throw new Error(`${result.failed} requests to ${load.baseUrl} failed`)
    return result
  }

async function measure(system: StackSystem, send: Send): Promise<Section> {
  const read = await compare(system, send, await readPlan(system))
  const write = await compare(system, send, writePlan(system))
  const real = await realOperations(system, send)
  return {
    title: 'Authenticated read and write through the whole stack',
    about:
      `All modules in one process in production mode on Postgres, counters in process, ${connections} connections; ` +
      'a real access token. Beside it: Fastify and pg alone with the same transaction (begin with the settings, the ' +
      'row, for the write its outbox and idempotency rows, commit; the same policies), and with one autocommit ' +
      'statement as the owner, without policies or settings. Each in a process of its own; medians of ' +
      `${rounds} rounds in turn, the ratio is the median of the rounds' ratios.`,
    columns: ['what', 'requests/s', 'p50', 'p99', 'of the same transaction'],
    rows: [...read.rows, ...write.rows, ...real],
    checks: [read.check, write.check],
  }
}

interface Plan {
  readonly name: string
  readonly least: number
  readonly stack: LoadRequest
  readonly bare: LoadRequest
  readonly single: LoadRequest
  readonly withKeys: boolean
}

const json = { 'content-type': 'application/json' }

async function readPlan({ stack, bare, people }: StackSystem): Promise<Plan> {
  const authorization = people[0]?.authorization ?? ''
  const ownId = await create(`${stack.ready}/api/v1/notes`, { authorization })
  const bareId = await create(`${bare.ready}/notes`, { 'idempotency-key': 'first' })
  const get = (path: string, headers = {}): LoadRequest => ({ method: 'GET', path, headers })
  return {
    name: 'read',
    least: 0.6,
    stack: get(`/api/v1/notes/${ownId}`, { authorization }),
    bare: get(`/notes/${bareId}`),
    single: get(`/single/notes/${bareId}`),
    withKeys: false,
  }
}

function writePlan({ people }: StackSystem): Plan {
  const authorization = people[0]?.authorization ?? ''
  return {
    name: 'write with Idempotency-Key and outbox row',
    least: 0.5,
    stack: { ...writeBody, path: '/api/v1/notes', headers: { ...json, authorization } },
    bare: { ...writeBody, path: '/notes', headers: json },
    single: { ...writeBody, path: '/single/notes', headers: json },
    withKeys: true,
  }
}

async function compare(system: StackSystem, send: Send, plan: Plan): Promise<Measured> {
  const { withKeys } = plan
  const latencies: Record<string, LoadResult[]> = { stack: [], bare: [], single: [] }
  const shot = (name: 'stack' | 'bare' | 'single') => async () => {
    const baseUrl = name === 'stack' ? system.stack.ready : system.bare.ready
    const result = await send({ baseUrl, requests: [plan[name]], withKeys })
    latencies[name]?.push(result)
    return result.perSecond
  }
  for (const name of ['stack', 'bare', 'single'] as const) {
    const baseUrl = name === 'stack' ? system.stack.ready : system.bare.ready
    await send({ baseUrl, requests: [plan[name]], withKeys }, warmUpSeconds)
  }
  await system.stack.ask('watch')
  const figures = await interleave(rounds, {
    stack: shot('stack'),
    bare: shot('bare'),
    single: shot('single'),
  })
  const delay = await system.stack.ask<DelayReading>('read')
  const share = ratio(figures.stack, figures.bare)
  const row = (name: 'stack' | 'bare' | 'single', what: string) => [
    `${plan.name}: ${what}`,
    count(median(figures[name])),
    ms(median((latencies[name] ?? []).map((one) => one.p50Ms))),
    ms(median((latencies[name] ?? []).map((one) => one.p99Ms))),
    percent(ratio(figures[name], figures.bare)),
  ]
  return {
    rows: [
      row('stack', 'the stack'),
      row('bare', 'bare, same transaction'),
      row('single', 'bare, one statement'),
      [`${plan.name}: event-loop delay of the stack`, '', ms(delay.p50Ms), ms(delay.p99Ms), ''],
    ],
    check: {
      what: `${plan.name}, of the bare throughput`,
      target: `>= ${percent(plan.least)}`,
      measured: percent(share),
      holds: share >= plan.least,
    },
  }
}

/** For information: what people call. Each person stays below their limit of requests. */
async function realOperations({ stack, people }: StackSystem, send: Send) {
  const rows: string[][] = []
  const [first] = people
  if (first === undefined) return rows
  const asEveryone = (path: string): LoadRequest[] =>
    people.map(({ authorization }) => ({ method: 'GET', path, headers: { authorization } }))
  const me = await send({ baseUrl: stack.ready, requests: asEveryone('/api/v1/me'), withKeys: false }, 2)
  rows.push(['GET /me (real operation)', count(me.perSecond), ms(me.p50Ms), ms(me.p99Ms), ''])
  const turns = await Promise.all(people.map((person) => turnOf(stack.ready, person)))
  const load = { baseUrl: stack.ready, requests: turns, withKeys: false }
  const turn = await send(load, 2)
  rows.push(['GET /turns/{id} (real operation)', count(turn.perSecond), ms(turn.p50Ms), ms(turn.p99Ms), ''])
  return rows
}

async function turnOf(baseUrl: string, { authorization }: BenchPerson): Promise<LoadRequest> {
  const id = await create(
    `${baseUrl}/api/v1/turns`,
    { authorization },
    { thought: 'I always ruin everything I touch.' },
  )
  return { method: 'GET', path: `/api/v1/turns/${id}`, headers: { authorization } }
}

async function create(url: string, headers: Record<string, string>, body: object = note): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}
