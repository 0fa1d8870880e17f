import { expect, it } from 'vitest'
import { impatient, type TestGateway, turn } from '../test/gateway.ts'
import { describeGateway } from '../test/suite.ts'

const lanes = impatient({ attempts: 1, first_token_ms: 10_000 })
const canary = { lane: 'haiku', share: 1, min_calls: 5, max_cost_ratio: 100 }

const lanesOf = async (test: TestGateway, turns: number): Promise<string[]> => {
  const served = []
  for (let count = 0; count < turns; count += 1)
    served.push((await turn(test, test.person())).output.served.lane)
  return served
}

describeGateway('a canary lane', { lanes, environment: { AI_CANARY: JSON.stringify(canary) } }, (open) => {
  it('takes its share, falls back to the baseline, and is rolled back for good once it fails too often', async () => {
    const test = open()
    expect(await lanesOf(test, 2)).toEqual(['haiku', 'haiku'])
    await test.fault({ kind: 'server_error', model: 'anthropic/claude-haiku-4.5', times: 3 })
    expect(await lanesOf(test, 3)).toEqual(['deepseek', 'deepseek', 'deepseek'])
    await test.booked()
    expect(test.logs.filter((line) => line.includes('ai_gateway.canary_rolled_back'))).toHaveLength(1)
    expect(await lanesOf(test, 2)).toEqual(['deepseek', 'deepseek'])
    const [canaryRow] = await test.rows<{ calls: number; errors: number }>(
      `select calls, errors from ai_gateway.ai_canary_figures where arm = 'canary'`,
    )
    expect(canaryRow).toEqual({ calls: 5, errors: 3 })
  })
})
