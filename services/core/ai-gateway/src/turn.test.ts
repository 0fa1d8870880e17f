import { expect, it } from 'vitest'
import { turn } from '../test/gateway.ts'
import { describeGateway } from '../test/suite.ts'

describeGateway('a turn', {}, (open) => {
  it('comes as three views and an action, from the first lane', async () => {
    const test = open()
    const userId = test.person()
    const { events, output } = await turn(test, userId)
    expect(events.map(({ type }) => type)).toEqual([
      'engine',
      'reframe',
      'reframe',
      'reframe',
      'micro_action',
    ])
    expect(output.reframes.map(({ lens }) => lens)).toEqual(['evidence', 'distance', 'kindness'])
    expect(output.served).toMatchObject({
      engine: 'deepseek/deepseek-v3.2',
      lane: 'deepseek',
      provider: 'DeepInfra',
      prompt_version: 'turn-thought/v1',
      finish_reason: 'stop',
    })
    const [event, ...more] = await test.events(userId)
    expect(more).toEqual([])
    expect(event).toMatchObject({ outcome: 'ok', cost_source: 'reported', lane: 'deepseek', attempt: 1 })
  })
})
