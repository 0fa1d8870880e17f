import { sampleOf } from '@triptych/testkit'
import { expect, it } from 'vitest'
import { type TestGateway, turn } from '../test/gateway.ts'
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

const offline = '{feature="turn",lane="offline",ai_outcome="ok"}'
const fellBack = (test: TestGateway, reason: string) =>
  sampleOf(test.system, `triptych_ai_fallbacks_total{feature="turn",ai_fallback="${reason}"}`)

/** Answers nobody but the offline engine gave: counted as a lane's, with why, and told in the log. */
async function expectOffline(test: TestGateway, reason: string, answers: number): Promise<void> {
  expect(await sampleOf(test.system, `triptych_ai_calls_total${offline}`)).toBe(answers)
  expect(await sampleOf(test.system, `triptych_ai_call_seconds_count${offline}`)).toBe(answers)
  expect(await fellBack(test, reason)).toBe(1)
  expect(test.logs.findLast((line) => line.includes('"ai_gateway.fell_back"'))).toContain(
    `"reason":"${reason}"`,
  )
}

describeGateway('measures of the offline engine', {}, (open) => {
  it('count it as a lane, and say whether nobody agreed or no lane could', async () => {
    const test = open()
    await turn(test, test.person({ agrees: false }))
    await expectOffline(test, 'consent', 1)
    await test.fault({ kind: 'server_error', times: 'always' })
    await turn(test, test.person())
    await expectOffline(test, 'lanes', 2)
  })
})

describeGateway(
  'measures of a budget of nothing',
  { environment: { AI_BUDGETS: JSON.stringify({ month: 0 }) } },
  (open) => {
    it('name the budget', async () => {
      await turn(open(), open().person())
      await expectOffline(open(), 'budget', 1)
    })

    it('count what waits instead, without a lane', async () => {
      const test = open()
      const user_id = test.person()
      const counts = { by_type: {}, turns: 5, sessions: 5, saved: 0, completed: 0, streak: 1 }
      const aggregates = { ...counts, period: { from: '2026-11-09', to: '2026-11-15' } }
      const asked = test.gateway.narratePeriod(test.system.contextFor(user_id), { user_id, aggregates })
      await expect(asked).rejects.toMatchObject({ code: 'ai-gateway.paused' })
      const waits = 'triptych_ai_fallbacks_total{feature="spectrum",ai_fallback="budget"}'
      expect(await sampleOf(test.system, waits)).toBe(1)
    })
  },
)

describeGateway(
  'measures of a day of nothing',
  { environment: { AI_TOKENS_PER_PERSON_PER_DAY: '1' } },
  (open) => {
    it('name the quota', async () => {
      await turn(open(), open().person())
      await expectOffline(open(), 'quota', 1)
    })
  },
)

describeGateway('measures without lanes', { lanes: [] }, (open) => {
  it('say that no lane is set up', async () => {
    await turn(open(), open().person())
    await expectOffline(open(), 'unconfigured', 1)
  })
})
