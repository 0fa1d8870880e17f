import { expect, it } from 'vitest'
import { turn } from '../test/gateway.ts'
import { describeGateway } from '../test/suite.ts'

describeGateway('measures', {}, (open) => {
  it('count every attempt by feature, lane and outcome, with tokens, cost and the share of the budget', async () => {
    const test = open()
    await test.fault({ kind: 'server_error' })
    await turn(test, test.person())
    await test.booked()
    const response = await fetch(`${test.system.internalUrls[0] ?? ''}/metrics`)
    const text = await response.text()
    const value = (pattern: string) => Number(new RegExp(`^${pattern} (\\S+)$`, 'm').exec(text)?.[1])
    const labels = (outcome: string) => `\\{feature="turn",lane="deepseek",ai_outcome="${outcome}"\\}`
    expect(value(`triptych_ai_calls_total${labels('retryable')}`)).toBe(1)
    expect(value(`triptych_ai_calls_total${labels('ok')}`)).toBe(1)
    expect(value(`triptych_ai_cost_usd_total${labels('ok')}`)).toBeGreaterThan(0)
    expect(value('triptych_ai_budget_used_ratio\\{budget="month"\\}')).toBeGreaterThan(0)
    expect(value('triptych_ai_lane_open\\{lane="deepseek"\\}')).toBe(0)
    expect(value('triptych_ai_overhead_seconds_count\\{feature="turn"\\}')).toBe(1)
  })
})
