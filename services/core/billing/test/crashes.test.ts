import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isTold, liveThrough, standings } from './burst.ts'
import { openScene, type Scene, type Sent } from './scene.ts'

type Query = (...given: unknown[]) => unknown
interface Patched {
  query: Query
  release: (error?: Error) => void
}

/** A process that ends: of what it writes, statements from the nth on never reach the database. */
function crashAfter(scene: Scene, statements: number): { heal(): void; isReached(): boolean } {
  const pool = scene.system.running[0]?.platform.database.pool
  if (pool === undefined) throw new Error('a system has a database')
  const connect = pool.connect.bind(pool) as () => Promise<Patched>
  let left = statements
  pool.connect = (async () => {
    const client = await connect()
    const { query, release } = client
    let isWriting = false
    client.query = (...given) => {
      const text = typeof given[0] === 'string' ? given[0] : ''
      if (text.startsWith('begin')) isWriting = text.startsWith('begin read write')
      if (!isWriting || text === 'rollback') return query.apply(client, given)
      if (left <= 0) return Promise.reject(new Error('the process has ended'))
      left -= 1
      return query.apply(client, given)
    }
    client.release = (error) => {
      Object.assign(client, { query, release })
      release.call(client, error)
    }
    return client
  }) as unknown as typeof pool.connect
  return {
    heal() {
      pool.connect = connect as unknown as typeof pool.connect
    },
    isReached: () => left <= 0,
  }
}

describe.each(databaseKinds)('a crash on %s', (database) => {
  let scene: Scene
  let events: Sent[]
  beforeAll(async () => {
    scene = await openScene(database)
    events = (await liveThrough(scene, await scene.company())).filter(isTold)
  })
  afterAll(() => scene.close())

  /** What is told of a debt depends on whether mails go out before it is paid. */
  const lastingMails = () =>
    scene.system.database.asOwner(
      `select dedupe_key from notifications.emails
        where template not in ('payment_failed_warning', 'payment_failed_urgent', 'license_suspended',
                               'subscription_reinstated')
        order by 1`,
    )

  it('after any statement leaves an event that is whole or can be taken up again', async () => {
    const { deliver, system } = scene
    for (const { newer } of events) await deliver(newer)
    await system.settle()
    const expected = await system.database.asOwner(standings)
    const mails = await lastingMails()
    await system.database.asOwner(
      'truncate billing.stripe_events, billing.payment_facts, billing.subscriptions',
    )
    let crashes = 0
    for (const { newer } of events) {
      for (let statements = 0; ; statements += 1) {
        const crash = crashAfter(scene, statements)
        const reply = await deliver(newer)
        const isDone = !crash.isReached()
        crash.heal()
        await system.database.asOwner('update billing.stripe_events set attempts = 0')
        if (isDone) break
        crashes += 1
        expect([200, 500, 503]).toContain(reply.status)
      }
      expect((await deliver(newer)).status).toBe(200)
    }
    await system.settle()
    expect(crashes).toBeGreaterThan(events.length * 4)
    expect(await system.database.asOwner(standings)).toEqual(expected)
    expect(await lastingMails()).toEqual(mails)
    const left = await system.database.asOwner(`select 1 from billing.stripe_events where state = 'received'`)
    expect(left).toEqual([])
  })
})
