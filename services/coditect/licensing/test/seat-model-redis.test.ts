import { hasRedisBinary } from '@triptych/kv/testing'
import { lanes } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkSeats, longRun, modelTimeoutMs } from './seat-model/check.ts'
import type { OpenSubject } from './seat-model/postgres-subject.ts'
import { openRedisSubject } from './seat-model/redis-subject.ts'

const modes = [
  { name: 'granted by Redis', switching: false },
  { name: 'whose Redis comes and goes', switching: true },
]

describe.skipIf(!hasRedisBinary || lanes.postgresUrl === undefined).each(modes)(
  'seats $name, asked by 200 clients at once',
  ({ switching }) => {
    let subject: OpenSubject
    beforeAll(async () => {
      subject = await openRedisSubject({ switching })
    })
    afterAll(() => subject.close())

    const size = lanes.isChaos ? longRun : { deeds: 1_500, deedsPerPlan: 500 }

    it.each([3, 10, 50])(
      'are never more than %i, and nobody loses one',
      { timeout: modelTimeoutMs },
      async (seats) => {
        const done = await checkSeats(subject, { seed: seats, seats, ...size })
        expect(done.deeds).toBe(size.deeds)
        expect(done.grants).toBeGreaterThan(30)
      },
    )
  },
)
