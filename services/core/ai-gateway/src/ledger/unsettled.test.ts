import { eventually } from '@triptych/testkit'
import { expect, it } from 'vitest'
import { turn } from '../../test/gateway.ts'
import { describeGateway } from '../../test/suite.ts'

const holdMs = 120_000
describeGateway('an answer whose settlement never lands', {}, (open) => {
  it('keeps its room until the hold ends, so that the cap stands', async () => {
    const test = open()
    await test.rows('alter table ai_gateway.ai_usage_events add constraint broken check (false) not valid')
    expect((await turn(test, test.person())).output.served.lane).toBe('deepseek')
    await eventually(() => expect(test.logs.join('')).toContain('ai_gateway.settlement_failed'))

    const [hold] = await test.rows<{ amount: number }>('select amount from ai_gateway.ai_holds')
    const [month] = await test.rows<{ held: number; spent: number }>(
      `select held, spent from ai_gateway.ai_budgets where scope = 'month'`,
    )
    expect(month).toEqual({ held: hold?.amount, spent: 0 })

    await test.rows('alter table ai_gateway.ai_usage_events drop constraint broken')
    test.system.clock.advance(holdMs + 1_000)
    expect((await turn(test, test.person())).output.served.lane).toBe('deepseek')
    expect((await test.budget('month')).held).toBe(0)
  })
})

describeGateway('a gateway that stops', {}, (open) => {
  it('books what it has answered first', async () => {
    const test = open()
    const userId = test.person()
    await turn(test, userId)
    for (const { stop } of test.system.running) await stop()
    const rows = await test.rows<{ outcome: string }>('select outcome from ai_gateway.ai_usage_events')
    expect(rows).toEqual([{ outcome: 'ok' }])
  })
})
