import { hasRedisBinary, startRedis } from '@triptych/kv/testing'
import { databaseKinds } from '@triptych/testkit'
import { describe, expect, it } from 'vitest'
import { isTold, liveThrough, standings } from './burst.ts'
import { openScene, type Scene } from './scene.ts'

type TestRedis = Awaited<ReturnType<typeof startRedis>>

/** Mails that no order of events takes the reason from. */
const mails = `
  select dedupe_key from notifications.emails
   where template in ('subscription_confirmed', 'subscription_renewed', 'subscription_canceled') order by 1`

const rowsOf = async ({ system }: Scene) => ({
  standings: await system.database.asOwner(standings),
  mails: await system.database.asOwner(mails),
})

const faults: Readonly<Record<string, (redis: TestRedis) => Promise<unknown>>> = {
  'is killed': (redis) => redis.kill(),
  'is held and answers nothing': (redis) => Promise.resolve(redis.pause()),
  'forgets everything': (redis) => redis.flush(),
}

describe.skipIf(!hasRedisBinary).each(databaseKinds)('on %s, a Redis', (database) => {
  it.each(Object.entries(faults))('that %s while events come changes nothing', async (_what, disturb) => {
    const redis = await startRedis()
    const scene = await openScene(database, { REDIS_URL: redis.url })
    try {
      const events = (await liveThrough(scene, await scene.company())).filter(isTold)
      for (const { newer } of events) await scene.deliver(newer)
      await scene.system.settle()
      const expected = await rowsOf(scene)
      expect(expected.mails).toHaveLength(4)
      await scene.system.database.asOwner(
        'truncate billing.stripe_events, billing.payment_facts, billing.subscriptions, billing.billing_notices',
      )
      const half = Math.ceil(events.length / 2)
      for (const { newer } of events.slice(0, half)) await scene.deliver(newer)
      await disturb(redis)
      const rest = await Promise.all(events.slice(half).map(({ newer }) => scene.deliver(newer)))
      expect(rest.map(({ status }) => status)).toEqual(rest.map(() => 200))
      await scene.system.settle()
      expect(await rowsOf(scene)).toEqual(expected)
    } finally {
      redis.resume()
      await scene.close()
      await redis.dispose()
    }
  })
})
