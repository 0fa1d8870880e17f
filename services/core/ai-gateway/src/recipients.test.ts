import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompatibleServer, startCompatibleServer } from '../test/compatible-server.ts'
import { openGateway, patient, type TestGateway, turn } from '../test/gateway.ts'
import { describeGateway } from '../test/suite.ts'
import { defaultLanes, laneShape } from './lanes/lane.ts'

const recipients = async (test: TestGateway) =>
  (await test.gateway.listRecipients(test.system.contextFor(), {})).items

/** Two lanes through OpenRouter, each with a region of its own. */
const regions = patient().map((lane, index) => ({
  ...lane,
  consent: { provider: 'openrouter', region: index === 0 ? 'eu' : 'us', name: 'OpenRouter' },
}))

describeGateway('who receives what', {}, (open) => {
  it('names everybody that the lanes may reach, once', async () => {
    expect(await recipients(open())).toEqual([
      {
        provider: 'openrouter',
        region: 'global',
        name: 'OpenRouter',
        hosts: defaultLanes.flatMap(({ providers }) =>
          providers.map(({ name, country }) => ({ name, country })),
        ),
        zero_retention: true,
      },
    ])
  })

  it('is asked for nobody who agreed to another region', async () => {
    const test = open()
    const userId = test.person({ agrees: true, region: 'mars' })
    expect((await turn(test, userId)).output.served.engine).toBe('offline-1')
    expect(await test.calls()).toEqual([])
  })
})

describeGateway('a consent to one region', { lanes: regions }, (open) => {
  it('leads to the lane of that region alone, also when that one fails', async () => {
    const test = open()
    expect((await recipients(test)).map(({ region }) => region)).toEqual(['eu', 'us'])
    const userId = test.person({ agrees: true, region: 'us' })
    await test.fault({ kind: 'server_error', model: 'anthropic/claude-haiku-4.5', times: 'always' })
    expect((await turn(test, userId)).output.served.engine).toBe('offline-1')
    const models = (await test.events(userId)).map(({ model }) => model)
    expect(new Set(models)).toEqual(new Set(['anthropic/claude-haiku-4.5']))
  })
})

describe('an endpoint instead of OpenRouter', () => {
  let server: CompatibleServer
  beforeAll(async () => {
    server = await startCompatibleServer()
  })
  afterAll(() => server.close())

  it('receives from OpenRouter’s lanes nothing but orders to keep to those named, who keep nothing', async () => {
    const test = await openGateway({
      database: 'embedded',
      environment: { OPENROUTER_BASE_URL: server.url },
    })
    await turn(test, test.person())
    await test.close()
    const asked = new Set(server.bodies.map(({ provider }) => JSON.stringify(provider)))
    const order = (only: readonly string[]) =>
      JSON.stringify({
        only,
        order: only,
        allow_fallbacks: false,
        require_parameters: true,
        data_collection: 'deny',
        zdr: true,
      })
    expect(asked).toEqual(new Set([order(['deepinfra', 'fireworks']), order(['amazon-bedrock'])]))
  })

  it('is a recipient by its own name, which promises nothing of what it keeps', async () => {
    const lane = laneShape.parse({
      id: 'berlin',
      endpoint: 'compatible',
      model: 'llama',
      price: { input: 0, output: 0 },
      consent: { provider: 'berlin_models', region: 'de' },
    })
    const own = laneShape.parse({ ...lane, id: 'own', consent: null })
    const test = await openGateway({
      database: 'embedded',
      lanes: [lane, own],
      environment: { AI_COMPATIBLE_BASE_URL: server.url },
    })
    expect(await recipients(test)).toEqual([
      { provider: 'berlin_models', region: 'de', name: 'berlin_models', hosts: [], zero_retention: false },
    ])
    await test.close()
  })
})

describe('a lane', () => {
  const [lane] = defaultLanes
  it.each([
    ['names who may serve', { providers: [] }, 'providers'],
    ['names a consent', { consent: null }, 'consent'],
    ['names a region', { consent: { provider: 'openrouter' } }, 'consent.region'],
    ['names a region there is', { consent: { provider: 'openrouter', region: 'mars' } }, 'consent.region'],
    ['through another endpoint names nobody behind it', { endpoint: 'compatible' }, 'providers'],
  ])('%s', (_title, change, path) => {
    const { error } = laneShape.safeParse({ ...lane, ...change })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})
