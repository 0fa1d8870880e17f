import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { newId } from '@triptych/kernel'
import { bootModules, databaseKinds, type TestSystem } from '@triptych/testkit'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { metricsContract, metricsModule } from '../src/module.ts'
import { recordFact } from '../src/record-fact.ts'
import { count } from '../src/store/counters.ts'
import type { FactRow, MetricsTables } from '../src/store/tables.ts'
import { moduleDatabaseOf } from './module-database.ts'

const bare = { tip_id: null, reaction: null, dwell_ms: null }
const ada = newId()
const ben = newId()

/** A fact at a moment; its day is the one that the person's own calendar showed. */
const fact = (
  user: string,
  kind: FactRow['kind'],
  [local_day, at]: readonly [string, string],
  more: Partial<FactRow> = {},
): FactRow => ({ ...bare, event_id: newId(), user_id: user, kind, at, local_day, ...more })

describe.each(databaseKinds)('metrics on %s', (database) => {
  let system: TestSystem
  let keep: (facts: readonly FactRow[]) => Promise<void>
  let forget: (userId: string) => Promise<void>
  let asOwner: (statement: string) => Promise<unknown[]>
  const client = () => system.clientOf(metricsContract)
  const read = (from: string, to: string) =>
    client().getProductMetrics({ ...system.contextFor(), actor: admin }, { from, to })
  const recompute = () => client().recompute({ ...system.contextFor(), actor: admin }, {})
  const admin = {
    kind: 'user',
    userId: newId(),
    sessionId: newId(),
    roles: ['admin'],
    authenticatedAt: Date.now(),
    emailVerified: true,
  } as const

  beforeAll(async () => {
    system = await bootModules({ modules: [identityModule, metricsModule], database, loadDataKey })
    const db = moduleDatabaseOf<MetricsTables>(system, 'metrics')
    keep = async (facts) => {
      for (const one of facts) {
        await db.write(system.contextFor(one.user_id), (transaction) => recordFact(transaction, one))
      }
    }
    forget = (userId) =>
      db.write(system.contextFor(userId), async ({ query }) => {
        const gone = await query.deleteFrom('facts').where('user_id', '=', userId).returningAll().execute()
        await count(query, gone, -1)
      })
    asOwner = async (statement) => {
      const connection = await system.database.owner.pool.connect()
      try {
        await connection.query('reset role')
        return (await connection.query(statement)).rows as unknown[]
      } finally {
        await connection.query('set role triptych_app')
        connection.release()
      }
    }
  })
  afterEach(() => asOwner('truncate metrics.facts, metrics.counters'))
  afterAll(() => system.close())

  it('counts the same as a recomputation, whatever comes twice, in whatever order, and whoever leaves', async () => {
    const people = [ada, ben]
    const anyFact = fc.record({
      event_id: fc.nat({ max: 30 }).map((n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`),
      user_id: fc.constantFrom(...people),
      kind: fc.constantFrom('registered', 'connected', 'shown', 'reacted'),
      reaction: fc.constantFrom('done', 'snoozed', 'dismissed', 'expired'),
      local_day: fc.constantFrom('2026-03-28', '2026-03-29', '2026-03-30'),
      at: fc.constant('2026-03-29T10:00:00.000Z'),
      tip_id: fc.constant(null),
      dwell_ms: fc.constant(null),
    }) as fc.Arbitrary<FactRow>
    await fc.assert(
      fc.asyncProperty(fc.array(anyFact, { maxLength: 25 }), fc.boolean(), async (facts, leaves) => {
        await asOwner('truncate metrics.facts, metrics.counters')
        // An id is one fact for ever; who else brings it brings the same.
        const byId = new Map(facts.map((one) => [one.event_id, one]))
        await keep(facts.map((one) => byId.get(one.event_id) as FactRow))
        if (leaves) await forget(ada)
        expect(await recompute()).toMatchObject({ differences: 0 })
      }),
      { numRuns: 15 },
    )
  }, 300_000)

  it('puts right what differs, and says how much', async () => {
    await keep([fact(ada, 'shown', ['2026-03-01', '2026-03-01T09:00:00Z'])])
    await asOwner(`update metrics.counters set value = 5`)
    await asOwner(`insert into metrics.counters values ('2026-03-02', 'done', 3)`)
    expect(await recompute()).toEqual({ days: 1, people: 1, differences: 2 })
    expect(await recompute()).toMatchObject({ differences: 0 })
    expect((await read('2026-03-01', '2026-03-02')).days.map(({ shown, done }) => [shown, done])).toEqual([
      [1, 0],
      [0, 0],
    ])
  })

  it('calls somebody activated who connected and answered within seven days of coming', async () => {
    const came = ['2026-03-01', '2026-03-01T10:00:00Z'] as const
    const day7 = ['2026-03-08', '2026-03-08T09:59:59Z'] as const
    const late = ['2026-03-08', '2026-03-08T10:00:00Z'] as const
    const carl = newId()
    await keep([
      fact(ada, 'registered', came),
      fact(ada, 'connected', day7),
      fact(ada, 'reacted', day7, { tip_id: newId(), reaction: 'dismissed' }),
      fact(ben, 'registered', came),
      fact(ben, 'connected', came),
      fact(ben, 'reacted', late, { tip_id: newId(), reaction: 'done' }),
      // Silence and taking back are no answers.
      fact(carl, 'registered', came),
      fact(carl, 'connected', came),
      fact(carl, 'reacted', came, { tip_id: newId(), reaction: 'expired' }),
      fact(carl, 'reacted', came, { tip_id: newId(), reaction: 'undone' }),
    ])
    const seen = await read('2026-03-01', '2026-03-01')
    expect(seen).toMatchObject({ new_people: 3, activation: { count: 1, of: 3, share: 1 / 3 } })
  })

  it('reads the first tip’s reaction as it ended: taken back, late, or none', async () => {
    const [first, second] = [newId(), newId()]
    const at = (time: string) => ['2026-03-01', `2026-03-01T${time}Z`] as const
    await keep([
      fact(ada, 'shown', at('08:00:00'), { tip_id: first }),
      fact(ada, 'reacted', at('08:00:05'), { tip_id: first, reaction: 'done' }),
      fact(ada, 'reacted', at('08:00:08'), { tip_id: first, reaction: 'undone' }),
      fact(ada, 'reacted', at('08:01:00'), { tip_id: first, reaction: 'snoozed' }),
      // The second tip says nothing about the first.
      fact(ada, 'shown', at('09:00:00'), { tip_id: second }),
      fact(ada, 'reacted', at('09:00:05'), { tip_id: second, reaction: 'dismissed' }),
      fact(ben, 'shown', at('08:00:00'), { tip_id: newId() }),
    ])
    const seen = await read('2026-03-01', '2026-03-01')
    expect(seen.first_tip_reaction).toEqual({ snoozed: 1, none: 1 })
    expect(seen).toMatchObject({ snoozes: 1, dismissals: 1, snooze_dismiss_ratio: 1 })
  })

  it('takes the longest visible time of each tip', async () => {
    const [one, two] = [newId(), newId()]
    const at = ['2026-03-01', '2026-03-01T08:00:00Z'] as const
    await keep([
      fact(ada, 'reacted', at, { tip_id: one, reaction: 'snoozed', dwell_ms: 1_000 }),
      fact(ada, 'reacted', at, { tip_id: one, reaction: 'done', dwell_ms: 3_000 }),
      fact(ben, 'reacted', at, { tip_id: two, reaction: 'done', dwell_ms: 5_000 }),
      fact(ben, 'reacted', at, { tip_id: newId(), reaction: 'done' }),
    ])
    expect((await read('2026-03-01', '2026-03-01')).dwell_ms).toEqual({ median: 4_000, p90: 4_800, tips: 2 })
  })

  it('goes by each person’s own midnight when it says who came back', async () => {
    // One moment, two calendars: 23:30 on the 1st in Honolulu is 09:30 on the 2nd in Berlin.
    const moment = '2026-03-02T09:30:00Z'
    await keep([
      fact(ada, 'shown', ['2026-03-01', moment], { tip_id: newId() }),
      fact(ben, 'shown', ['2026-03-02', moment], { tip_id: newId() }),
      // Forty minutes on it is the next day for her, and the same day for him.
      fact(ada, 'shown', ['2026-03-02', '2026-03-02T10:10:00Z'], { tip_id: newId() }),
      fact(ben, 'shown', ['2026-03-02', '2026-03-02T10:10:00Z'], { tip_id: newId() }),
      fact(ben, 'shown', ['2026-03-09', '2026-03-09T10:00:00Z'], { tip_id: newId() }),
    ])
    const seen = await read('2026-03-01', '2026-03-09')
    expect(seen.retention).toEqual({
      d1: { count: 1, of: 2, share: 0.5 },
      d7: { count: 1, of: 2, share: 0.5 },
    })
    expect(seen.days.slice(0, 2).map(({ people, shown }) => [people, shown])).toEqual([
      [1, 1],
      [2, 3],
    ])
  })

  it('does not count who could not have come back yet', async () => {
    await keep([fact(ada, 'shown', ['2026-03-05', '2026-03-05T10:00:00Z'], { tip_id: newId() })])
    expect((await read('2026-03-01', '2026-03-05')).retention.d1).toEqual({ count: 0, of: 0, share: null })
  })

  it.each([
    ['2026-03-02', '2026-03-01'],
    ['2024-01-01', '2026-03-01'],
  ])('refuses %s to %s', async (from, to) => {
    await expect(read(from, to)).rejects.toMatchObject({ code: 'metrics.range_invalid' })
  })

  it('shows what it holds to its person alone', async () => {
    await keep([fact(ada, 'shown', ['2026-03-01', '2026-03-01T10:00:00Z'])])
    const of = async (user: string) =>
      (await client().exportPersonalData(system.contextFor(user), { user_id: user })).sections[0]?.items
        .length
    expect([await of(ada), await of(ben)]).toEqual([1, 0])
  })
})
