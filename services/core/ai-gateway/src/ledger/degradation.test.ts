import { newId } from '@triptych/kernel'
import { expect, it } from 'vitest'
import { type TestGateway, turn } from '../../test/gateway.ts'
import { describeGateway } from '../../test/suite.ts'

const capUsd = 10
const aggregates = {
  by_type: { labeling: 4 },
  turns: 6,
  sessions: 3,
  saved: 1,
  completed: 2,
  streak: 2,
  period: { from: '2026-11-09', to: '2026-11-15' },
}

async function spend(test: TestGateway, percent: number): Promise<void> {
  const month = new Date(test.system.clock.now()).toISOString().slice(0, 7)
  const spent = Math.round(capUsd * 1e9 * (percent / 100))
  await test.rows(
    `insert into ai_gateway.ai_budgets (scope, period, spent) values ('month', '${month}', ${spent})
     on conflict (scope, period) do update set spent = excluded.spent`,
  )
}

async function engines(test: TestGateway) {
  const user_id = test.person()
  const context = test.system.contextFor(user_id)
  const lens = await test.gateway.writeAffirmation(context, {
    user_id,
    goals: ['Learn to swim'],
    date: '2026-11-16',
  })
  const spectrum = await test.gateway.narratePeriod(context, { user_id, aggregates }).then(
    ({ served }) => served.lane,
    (error: { code: string }) => error.code,
  )
  const mirror = await test.gateway.detectFragments(context, { user_id, text: 'I always fail.' })
  const { output } = await turn(test, user_id)
  return [lens.served.lane, spectrum, mirror.served.lane, output.served.lane]
}

describeGateway(
  'money running out',
  { environment: { AI_BUDGETS: JSON.stringify({ month: capUsd }) } },
  (open) => {
    it.for([
      [50, ['deepseek', 'deepseek', 'deepseek', 'deepseek']],
      [81, ['offline', 'deepseek', 'deepseek', 'deepseek']],
      [96, ['offline', 'ai-gateway.paused', 'deepseek', 'deepseek']],
      [100, ['offline', 'ai-gateway.paused', 'offline', 'offline']],
    ] as const)('at %i percent', async ([percent, expected]) => {
      const test = open()
      await spend(test, percent)
      expect(await engines(test)).toEqual(expected)
    })

    it('gives back what a call that never ended had reserved', async () => {
      const test = open()
      await spend(test, 0)
      const month = new Date(test.system.clock.now()).toISOString().slice(0, 7)
      const expires = new Date(test.system.clock.now() + 60_000).toISOString()
      await test.rows(`update ai_gateway.ai_budgets set held = ${capUsd * 1e9} where scope = 'month'`)
      await test.rows(
        `insert into ai_gateway.ai_holds (id, amount, budgets, expires_at)
       values ('${newId()}', ${capUsd * 1e9}, '[{"scope":"month","period":"${month}"}]', '${expires}')`,
      )
      expect((await turn(test, test.person())).output.served.lane).toBe('offline')
      test.system.clock.advance(61_000)
      expect((await turn(test, test.person())).output.served.lane).toBe('deepseek')
      expect((await test.budget('month')).held).toBe(0)
    })
  },
)

describeGateway(
  'envelopes',
  { environment: { AI_BUDGETS: JSON.stringify({ month: 10, features: { turn: { day: 0 } } }) } },
  (open) => {
    it('close their own feature alone', async () => {
      const [, , mirror, turned] = await engines(open())
      expect([mirror, turned]).toEqual(['deepseek', 'offline'])
    })
  },
)

describeGateway('a person’s day', { environment: { AI_TOKENS_PER_PERSON_PER_DAY: '2500' } }, (open) => {
  it('ends for that person alone, and begins anew the next day', async () => {
    const test = open()
    const [one, other] = [test.person(), test.person()]
    const lanes = []
    for (let turns = 0; turns < 6; turns += 1) lanes.push((await turn(test, one)).output.served.lane)
    expect(lanes[0]).toBe('deepseek')
    expect(lanes.at(-1)).toBe('offline')
    expect((await turn(test, other)).output.served.lane).toBe('deepseek')
    test.system.clock.advance(24 * 60 * 60 * 1000)
    expect((await turn(test, one)).output.served.lane).toBe('deepseek')
  })
})
