import { databaseKinds, sampleOf } from '@triptych/testkit'
import { describe, expect, it } from 'vitest'
import { heavyThought, openGateway, type TestGateway, turn } from '../../test/gateway.ts'
import { hasRedis, startRedis } from '../../test/own-redis.ts'
import { describeGateway } from '../../test/suite.ts'

const nobodyListens = 'redis://127.0.0.1:1'
const counts = { by_type: {}, turns: 5, sessions: 5, saved: 0, completed: 0, streak: 1 }
const aggregates = { ...counts, period: { from: '2026-11-09', to: '2026-11-15' } }

async function expectLensAndSpectrumClosed(test: TestGateway): Promise<void> {
  const user_id = test.person()
  const context = test.system.contextFor(user_id)
  const lens = await test.gateway.writeAffirmation(context, { user_id, goals: [], date: '2026-11-16' })
  expect(lens.served.lane).toBe('offline')
  await expect(test.gateway.narratePeriod(context, { user_id, aggregates })).rejects.toMatchObject({
    code: 'ai-gateway.paused',
  })
}

describeGateway(
  'the key-value store away',
  { environment: { REDIS_URL: nobodyListens, AI_TOKENS_PER_PERSON_PER_DAY: '2500' } },
  (open) => {
    it('Lens falls to templates and narratives wait', async () => {
      const test = open()
      await expectLensAndSpectrumClosed(test)
      expect(await test.calls()).toEqual([])
      const failed = 'triptych_kv_fallbacks_total{module="ai-gateway",kv_call="increment"}'
      expect(await sampleOf(test.system, failed)).toBe(2)
    })

    it('Turn goes on, and a person’s day is counted in the database', async () => {
      const test = open()
      const userId = test.person()
      const lanes = []
      for (let turns = 0; turns < 6; turns += 1) lanes.push((await turn(test, userId)).output.served.lane)
      expect(lanes[0]).toBe('deepseek')
      expect(lanes.at(-1)).toBe('offline')
    })
  },
)

describe.skipIf(!hasRedis).for(databaseKinds)(
  'the key-value store killed in the middle, on %s',
  (database) => {
    it('counts Turn and Mirror in the database, with what was used before; Lens and Spectrum close', async () => {
      const redis = await startRedis()
      const environment = { REDIS_URL: redis.url, AI_TOKENS_PER_PERSON_PER_DAY: '4000' }
      const test = await openGateway({
        database,
        environment,
      })
      try {
        const user_id = test.person()
        const mirror = async () => {
          const input = { user_id, text: heavyThought }
          return (await test.gateway.detectFragments(test.system.contextFor(user_id), input)).served.lane
        }
        expect((await turn(test, user_id)).output.served.lane).toBe('deepseek')
        await redis.kill()
        expect((await turn(test, user_id)).output.served.lane).toBe('deepseek')
        expect(await mirror()).toBe('deepseek')
        await expectLensAndSpectrumClosed(test)
        const day = 4_000
        const used = (await test.events(user_id)).reduce(
          (sum, event) => sum + event.input_tokens + event.output_tokens,
          0,
        )
        await test.rows(
          `update ai_gateway.ai_usage_events set input_tokens = ${day}
         where id = (select id from ai_gateway.ai_usage_events where user_id = '${user_id}' limit 1)`,
        )
        expect(used).toBeLessThan(day)
        expect(await mirror()).toBe('offline')
        expect((await turn(test, user_id)).output.served.lane).toBe('offline')
      } finally {
        await test.close()
        await redis.kill()
      }
    })
  },
)
