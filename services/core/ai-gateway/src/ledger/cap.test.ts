import { expect, it } from 'vitest'
import { heavyThought, patient, type TestGateway, turn } from '../../test/gateway.ts'
import { describeGateway } from '../../test/suite.ts'

const capUsd = 0.03
const parallel = 1_000
const roomy = { concurrent: 32, queued: 2_000 }

const alertsIn = (logs: readonly string[]): number[] =>
  logs
    .map((line) => JSON.parse(line) as { event?: string; kind?: string; ratio?: number })
    .filter(({ event, kind }) => event === 'ai_gateway.budget_threshold_reached' && kind === 'month')
    .map(({ ratio }) => ratio ?? 0)

async function wave(test: TestGateway, size: number, people: readonly string[]): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: size }, (_value, index) => turn(test, people[index % people.length] ?? '')),
  )
  expect(answers.every(({ output }) => output.reframes.length === 3)).toBe(true)
  return answers.filter(({ output }) => output.served.engine !== 'offline-1').length
}

describeGateway(
  'a month’s cap',
  {
    lanes: patient(roomy).slice(0, 1),
    environment: {
      AI_BUDGETS: JSON.stringify({ month: capUsd }),
      AI_TOKENS_PER_PERSON_PER_DAY: '100000000',
    },
  },
  (open) => {
    it('is never passed by 1,000 parallel turns, whatever is left of it, and each alert comes once', async () => {
      const test = open()
      const people = Array.from({ length: 20 }, () => test.person())
      let served = await wave(test, parallel, people)
      expect(served).toBeGreaterThan(0)
      expect(served).toBeLessThan(parallel)
      for (let waves = 0; served > 0 && waves < 60; waves += 1) served = await wave(test, 60, people)

      const month = await test.budget('month')
      expect(month.held).toBe(0)
      expect(month.spent).toBeLessThanOrEqual(capUsd * 1e9)
      expect(month.spent).toBeGreaterThan(capUsd * 0.95 * 1e9)
      const [sum] = await test.rows<{ cost: number }>(
        'select sum(cost)::bigint as cost from ai_gateway.ai_usage_events',
      )
      expect(month.spent).toBe(sum?.cost)
      expect(alertsIn(test.logs)).toEqual([0.5, 0.8, 0.95])
    }, 180_000)

    it('leaves one audit entry of each alert', async () => {
      const test = open()
      await test.system.settle()
      const kept = test.audits.filter(({ target }) => target === 'budget:month')
      expect(kept.map(({ action, references }) => [action, references['percent']])).toEqual(
        ['50', '80', '95'].map((percent) => ['ai-gateway.budget.threshold_reached', percent]),
      )
    })

    it('leaves Turn and Mirror answering offline and crisis confirmation untouched', async () => {
      const test = open()
      const userId = test.person()
      expect((await turn(test, userId)).output.served.engine).toBe('offline-1')
      const context = test.system.contextFor(userId)
      const found = await test.gateway.detectFragments(context, { user_id: userId, text: heavyThought })
      expect(found.served.engine).toBe('offline-1')
      expect(found.fragments.length).toBeGreaterThan(0)
      const confirmed = await test.gateway.confirmCrisis(context, { user_id: userId, text: 'I want to die.' })
      expect(confirmed).toMatchObject({ is_crisis: true, served: { lane: 'deepseek' } })
    })
  },
)

describeGateway(
  'a month’s cap and texts that cost a token a byte',
  {
    lanes: patient(roomy).slice(1, 2),
    environment: {
      AI_BUDGETS: JSON.stringify({ month: capUsd * 10 }),
      AI_TOKENS_PER_PERSON_PER_DAY: '100000000',
    },
  },
  (open) => {
    it('is not passed by them either', async () => {
      const test = open()
      const userId = test.person()
      const context = test.system.contextFor(userId)
      const ask = (page: number) =>
        test.gateway.detectFragments(context, { user_id: userId, text: `${page} ${'‡'.repeat(20_000)}` })
      await Promise.all(Array.from({ length: 20 }, (_value, page) => ask(page)))
      await test.booked()
      const { spent } = await test.budget('month')
      expect(spent).toBeGreaterThan(0)
      expect(spent).toBeLessThanOrEqual(capUsd * 10 * 1e9)
    })
  },
)
