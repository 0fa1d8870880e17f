import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { newId, systemClock, systemContext } from '@triptych/kernel'
import {
  decide,
  type DecisionInput,
  type DecisionRecord,
  decisionRecord,
  policies,
  type Policy,
  replay,
} from '@triptych/oo-policies'
import { createLogger, inSpan, startTracing } from '@triptych/telemetry'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { createScoringProcess, type ScoringProcess } from '../src/ports/scoring-process.ts'
import { type ScoringChild, startScoring } from './scoring-child.ts'
import { openScene } from './system.ts'

const secret = randomBytes(32).toString('base64')
/** Long enough for a machine that does ten other things: what answers in time is not the question here. */
const patientMs = 30_000
const userId = newId()
const context = () => systemContext({ clock: systemClock, newId, userId })
const policyOf = (id: string): Policy => policies.get(id) as Policy

const children: ScoringChild[] = []
afterEach(async () => {
  for (const child of children.splice(0)) await child.end('SIGKILL')
})

async function start(environment: Partial<Parameters<typeof startScoring>[0]> = {}): Promise<ScoringChild> {
  const child = await startScoring({ SCORING_SECRET: secret, ...environment })
  children.push(child)
  return child
}

function connect(url: string, change: { secret?: string; deadlineMs?: number } = {}): ScoringProcess {
  const scoring = createScoringProcess({
    url,
    secret,
    deadlineMs: patientMs,
    policy: policyOf('random'),
    clock: systemClock,
    newId,
    logger: createLogger({ level: 'silent' }),
    ...change,
  })
  onTestFinished(() => scoring.close())
  return scoring
}

const inputOf = (id: string, size: number, seed = 'seed'): DecisionInput => ({
  policy: { id, version: policyOf(id).version, parameters: {} },
  state: policyOf(id).initialState(),
  context: { load: 0.5 },
  featureNames: ['age', 'due', 'priority'],
  candidates: Array.from({ length: size }, (_, index) => ({
    id: `c${index}`,
    source: 'integrations.todoist.tasks',
    features: [0.1, Math.sin(index), 1 / 3],
  })),
  epsilon: 0.1,
  seed,
})

/** The choice and its record's bytes are those that this process makes, whoever made them. */
async function expectSameChoice(scoring: ScoringProcess, by: 'process' | 'fallback'): Promise<void> {
  const input = inputOf('linucb', 40, newId())
  const scored = await scoring.score(context(), input)
  expect(scored).toEqual({ by, output: decide(input) })
  expect(decisionRecord(input, scored.output)).toEqual(decisionRecord(input, decide(input)))
}

const fallsBack = { name: 'scoring', kind: 'http', status: 'degraded', detail: expect.any(String) as string }
const well = { name: 'scoring', kind: 'http', status: 'ok' }

/** It is left alone for five seconds after three failures; then it is asked again. */
const untilAsked = (scoring: ScoringProcess) =>
  expect
    .poll(async () => (await scoring.score(context(), inputOf('random', 3))).by, { timeout: patientMs })
    .toBe('process')

const untilWell = (health: () => Promise<unknown>) =>
  expect.poll(health, { timeout: patientMs }).toEqual(well)

describe('the scoring process', () => {
  it.each([...policies.keys()])('chooses by %s as we do, to the byte', async (id) => {
    const scoring = connect((await start()).url)
    for (const size of [1, 40, 1_000]) {
      const input = inputOf(id, size)
      const { by, output } = await scoring.score(context(), input)
      expect(by).toBe('process')
      expect(decisionRecord(input, output)).toEqual(decisionRecord(input, decide(input)))
    }
    await untilWell(() => scoring.health())
  })

  it('continues our trace', async () => {
    const collector = await openCollector()
    const tracing = await startTracing({ serviceName: 'recommender', exporter: { kind: 'memory' } })
    onTestFinished(() => tracing.close())
    const child = await start({ OTLP_URL: `${collector.url}/v1/traces` })
    await inSpan({ name: 'recommend' }, () => expectSameChoice(connect(child.url), 'process'))
    await child.end()
    const ours = tracing.finished()
    const asked = ours.find(({ name }) => name === 'POST scoring')
    expect(asked?.parentSpanId).toBe(ours.find(({ name }) => name === 'recommend')?.spanId)
    expect(collector.spans()).toContainEqual({
      name: 'POST /score',
      traceId: asked?.traceId,
      parentSpanId: asked?.spanId,
    })
  })

  it('killed and started again: we choose meanwhile, then it does', async () => {
    const child = await start()
    const scoring = connect(child.url)
    await expectSameChoice(scoring, 'process')
    await child.end('SIGKILL')
    for (let round = 0; round < 5; round += 1) await expectSameChoice(scoring, 'fallback')
    expect(await scoring.health()).toEqual(fallsBack)
    await start({ SCORING_PORT: child.port })
    await untilAsked(scoring)
    await expectSameChoice(scoring, 'process')
    await untilWell(() => scoring.health())
  })

  it('held, with its connections open: we choose after the deadline; it does when it goes on', async () => {
    const child = await start()
    const patient = connect(child.url)
    const scoring = connect(child.url, { deadlineMs: 200 })
    await expectSameChoice(patient, 'process')
    child.pause()
    for (let round = 0; round < 5; round += 1) await expectSameChoice(scoring, 'fallback')
    expect(await scoring.health()).toEqual(fallsBack)
    child.resume()
    await untilAsked(scoring)
    await expectSameChoice(patient, 'process')
    await untilWell(() => scoring.health())
  })

  it('with another secret: we choose, and health says so', async () => {
    const scoring = connect((await start()).url, { secret: randomBytes(32).toString('base64') })
    await expectSameChoice(scoring, 'fallback')
    expect(await scoring.health()).toEqual(fallsBack)
  })
})

it(
  'answers every person, with the process and without it, and tells which',
  { timeout: 180_000 },
  async () => {
    const child = await start()
    const { url: SCORING_URL, port: SCORING_PORT } = child
    const scene = await openScene('embedded', {
      SCORING_URL,
      SCORING_SECRET: secret,
      SCORING_DEADLINE_MS: '10000',
    })
    onTestFinished(() => scene.close())
    const person = await scene.person()
    const scoredBy = async () => {
      const { id } = await scene.recommend(person)
      const [row] = await scene.system.database.asOwner<{ scored_by: string; record: Uint8Array }>(
        `select scored_by, record from recommender.decisions where tip_id = '${id}'`,
      )
      const stored = Buffer.from(row?.record ?? [])
      const { input } = JSON.parse(stored.toString()) as DecisionRecord
      expect(stored.equals(replay({ input }))).toBe(true)
      return row?.scored_by
    }
    const health = async () => {
      const { components } = (await (await fetch(`${scene.system.baseUrl}/health`)).json()) as {
        components: { name: string }[]
      }
      return components.find(({ name }) => name === 'scoring')
    }
    expect(await scoredBy()).toBe('process')
    await untilWell(health)
    await child.end('SIGKILL')
    expect(await scoredBy()).toBe('here')
    expect(await health()).toEqual(fallsBack)
    await start({ SCORING_PORT })
    expect(await scoredBy()).toBe('process')
    await untilWell(health)
  },
)

describe('something else at its address', () => {
  const sound = decide(inputOf('random', 3))
  it.each([
    ['nothing', undefined],
    ['no JSON', '<html>'],
    ['too few', JSON.stringify({ ...sound, distribution: [1] })],
    ['a sum that is not 1', JSON.stringify({ ...sound, distribution: [0.3, 0.3, 0.3], probability: 0.3 })],
    ['a zero', JSON.stringify({ distribution: [1, 0, 0], pickIndex: 0, probability: 1 })],
    ['a pick that is not there', JSON.stringify({ ...sound, pickIndex: 3 })],
    ['a probability of another', JSON.stringify({ ...sound, probability: 0.5 })],
    ['more than was asked', JSON.stringify({ ...sound, reason: 'because' })],
  ])('answering %s is not believed', async (_name, body) => {
    const { url } = await listen(() => body)
    const input = inputOf('random', 3)
    expect(await connect(url).score(context(), input)).toEqual({ by: 'fallback', output: decide(input) })
  })

  it('learns nothing of the person', async () => {
    const heard: string[] = []
    const { url } = await listen(({ headers }, body) => {
      const [, payload = ''] = (headers.authorization ?? '').split('.')
      heard.push(Buffer.from(payload, 'base64url').toString(), JSON.stringify(headers), body)
      return undefined
    })
    await connect(url).score(context(), inputOf('random', 3))
    expect(heard[0]).toContain('"iss":"recommender"')
    expect(heard.join()).not.toContain(userId)
  })
})

async function listen(
  answer: (request: IncomingMessage, body: string) => string | undefined,
): Promise<{ readonly url: string }> {
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = answer(request, await text(request))
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  }
  const server = createServer((request, response) => void reply(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

interface Span {
  readonly name: string
  readonly traceId: string
  readonly parentSpanId: string
}

/** Takes spans as an OpenTelemetry collector does. */
async function openCollector() {
  const taken: Span[] = []
  const { url } = await listen((_request, body) => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
    for (const { spans } of resourceSpans.flatMap(({ scopeSpans }) => scopeSpans)) taken.push(...spans)
    return '{}'
  })
  return {
    url,
    spans: (): Span[] => taken.map(({ name, traceId, parentSpanId }) => ({ name, traceId, parentSpanId })),
  }
}
