import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompatibleServer, startCompatibleServer } from '../test/compatible-server.ts'
import { openGateway, type TestGateway, turn } from '../test/gateway.ts'
import { laneShape } from './lanes/lane.ts'

const lane = laneShape.parse({
  id: 'own',
  endpoint: 'compatible',
  model: 'llama',
  price: { input: 0.1, output: 0.2 },
  structured: 'prompt',
  consent: null,
  first_token_ms: 10_000,
  idle_ms: 10_000,
})

const answer = (kindness: string) =>
  JSON.stringify({
    reframes: [
      { lens: 'evidence', text: 'What is known about the meeting, and what is guessed?' },
      { lens: 'distance', text: 'Seen from next month this is one meeting among many.' },
      { lens: 'kindness', text: kindness },
    ],
    micro_action: { text: 'Write down the one next step.', minutes: 5 },
  })

const gentle = 'You may be as gentle with yourself as with a friend.'
const unsafe = 'You clearly have depression. Stop taking your medication and take 200 mg of sertraline.'

describe.for(databaseKinds)('an endpoint of one’s own on %s', (database) => {
  let server: CompatibleServer
  let test: TestGateway
  beforeAll(async () => {
    server = await startCompatibleServer()
    test = await openGateway({ database, lanes: [lane], environment: { AI_COMPATIBLE_BASE_URL: server.url } })
  })
  afterAll(async () => {
    await test.close()
    await server.close()
  })

  it('serves without routing fields, priced by the lane', async () => {
    server.content = answer(gentle)
    const userId = test.person({ agrees: false })
    const { output } = await turn(test, userId)
    expect(output.served).toMatchObject({ engine: 'llama', lane: 'own', provider: null })
    expect(output.served.cost_usd).toBeCloseTo((900 * 0.1 + 120 * 0.2) / 1e6, 9)
    const body = server.bodies.at(-1)
    expect(body).not.toHaveProperty('provider')
    expect(body).not.toHaveProperty('response_format')
    expect(JSON.stringify(body)).toContain('JSON schema of the answer')
  })

  it('may put its JSON into a fence', async () => {
    server.content = `\`\`\`json\n${answer(gentle)}\n\`\`\``
    expect((await turn(test, test.person())).output.served.engine).toBe('llama')
  })

  it('never shows a view that no generated text may hold: what went out is taken back', async () => {
    server.content = answer(unsafe)
    const userId = test.person()
    const { events, output } = await turn(test, userId)
    expect(events.map(({ type }) => type).join(' ')).toBe(
      'engine reframe reframe restart engine reframe reframe reframe micro_action',
    )
    expect(output.served.engine).toBe('offline-1')
    expect(JSON.stringify(events)).not.toContain('sertraline')
    expect(await test.events(userId)).toMatchObject([{ outcome: 'invalid_output', reason: 'unsafe_output' }])
  })

  it('checks whole answers as well', async () => {
    server.content = answer(unsafe)
    const user_id = test.person()
    const context = test.system.contextFor(user_id)
    const reframed = await test.gateway.reframeFragment(context, {
      user_id,
      fragment: 'I fail.',
      type: 'labeling',
    })
    expect(reframed.served.engine).toBe('offline-1')
    expect(JSON.stringify(reframed)).not.toContain('sertraline')
  })
})
