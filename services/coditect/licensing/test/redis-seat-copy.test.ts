import { createRedisScripts, type RedisScripts } from '@triptych/kv'
import { hasRedisBinary, startRedis } from '@triptych/kv/testing'
import { createMovableClock, eventually } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSeatCopies, type LoadedSeat, type SeatCopies } from '../src/ports/redis-seat-copy.ts'
import { seatScripts } from '../src/ports/redis-seat-scripts.ts'

const hold = 360_000
const termsOf = (limit: number) => ({ limit, holdMs: hold, usableMs: null })
const seatOf = (name: string) => ({ machine: `machine-${name}`, session: `session-${name}` })

describe.skipIf(!hasRedisBinary)('the copy of the seats in Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let scripts: RedisScripts<keyof typeof seatScripts>
  let copies: SeatCopies
  const clock = createMovableClock()
  let number = 0
  let started = 0
  let copy = { licenseId: '', epoch: 0 }

  beforeAll(async () => {
    redis = await startRedis()
    scripts = createRedisScripts({ url: redis.url, prefix: 'test:', scripts: seatScripts })
    copies = createSeatCopies(scripts, clock)
  })
  afterAll(async () => {
    await scripts.close()
    await redis.dispose()
  })
  beforeEach(() => {
    copy = { licenseId: `license-${(number += 1)}`, epoch: 1 }
  })

  const open = (limit: number, seats: readonly LoadedSeat[] = []) => copies.load(copy, termsOf(limit), seats)
  const acquire = (name: string) => copies.acquire(copy, { ...seatOf(name), startedAt: (started += 1) })
  const beat = (name: string) => copies.heartbeat(copy, seatOf(name).session).then(({ outcome }) => outcome)

  it('grants as many as there are, and says when the next may come free', async () => {
    await open(3)
    const got = await Promise.all(Array.from({ length: 200 }, (_, index) => acquire(String(index))))
    expect(got.filter(({ outcome }) => outcome === 'taken')).toHaveLength(3)
    expect(got.filter(({ outcome }) => outcome === 'full')).toHaveLength(197)
    const full = await acquire('late')
    expect(full).toMatchObject({ outcome: 'full', used: 3, limit: 3, dropped: [] })
    expect(full.outcome === 'full' && full.nextFreeMs).toBeGreaterThan(hold - 10_000)
    expect(full.outcome === 'full' && full.held.toSorted()).toEqual(
      got.flatMap((seat) => (seat.outcome === 'taken' ? [seat.session] : [])).toSorted(),
    )
  })

  it('gives a machine its own seat again, also when all are taken', async () => {
    await open(1)
    await acquire('a')
    const again = await copies.acquire(copy, { ...seatOf('a'), session: 'another', startedAt: 9 })
    expect(again).toMatchObject({ outcome: 'kept', session: 'session-a', used: 1 })
  })

  it('keeps the seat of a session that is closed until its release, and revives it by no heartbeat', async () => {
    await open(1)
    await acquire('a')
    expect(await copies.close(copy, 'session-a')).toBe('held')
    expect(await beat('a')).toBe('gone')
    expect([...((await copies.list(copy)) as Map<string, number>).keys()]).toEqual([])
    expect(await acquire('b')).toMatchObject({ outcome: 'full' })
    expect(await copies.release(copy, 'session-a')).toBe('released')
    expect(await acquire('b')).toMatchObject({ outcome: 'taken', used: 1 })
  })

  it('opens a session again whose machine asks for it before its release', async () => {
    await open(1)
    await acquire('a')
    await copies.close(copy, 'session-a')
    expect(await acquire('a')).toMatchObject({ outcome: 'kept', session: 'session-a' })
    expect(await beat('a')).toBe('kept')
  })

  it('frees what has ended at once, names it, and revives it by no heartbeat', async () => {
    await open(2)
    await acquire('a')
    clock.advance(200_000)
    await acquire('b')
    clock.advance(161_000)
    expect(await beat('a')).toBe('gone')
    expect(await acquire('c')).toMatchObject({ outcome: 'taken', used: 2, dropped: ['session-a'] })
    expect(await beat('a')).toBe('gone')
    expect(await acquire('a')).toMatchObject({ outcome: 'full' })
    expect(await beat('b')).toBe('kept')
  })

  it('keeps a seat as long as heartbeats come', async () => {
    await open(1)
    await acquire('a')
    for (let beats = 0; beats < 5; beats += 1) {
      clock.advance(300_000)
      expect(await beat('a')).toBe('kept')
    }
    expect(await acquire('b')).toMatchObject({ outcome: 'full' })
  })

  it('frees a seat that is given back, once, and none that has gone to another', async () => {
    await open(1)
    await acquire('a')
    await copies.release(copy, 'session-a')
    await copies.acquire(copy, { ...seatOf('a'), session: 'next', startedAt: 9 })
    await copies.release(copy, 'session-a')
    expect(await acquire('b')).toMatchObject({ outcome: 'full' })
  })

  it('refuses the newest when there are fewer seats, one heartbeat after another', async () => {
    await open(4)
    for (const name of ['a', 'b', 'c', 'd']) await acquire(name)
    const goOn = ['a', 'b', 'c', 'd'].map((name) => `session-${name}`)
    expect(await copies.renew(copy, 2, termsOf(2), goOn)).toBe('renewed')
    expect(await beat('a')).toBe('stale')
    copy = { ...copy, epoch: 2 }
    expect(await beat('b')).toBe('kept')
    expect(await beat('c')).toBe('plan_reduced')
    expect(await acquire('d')).toMatchObject({ outcome: 'full', used: 2, reduced: 'session-d' })
    expect([await beat('a'), await beat('d'), await beat('b')]).toEqual(['kept', 'gone', 'kept'])
    expect(await acquire('e')).toMatchObject({ outcome: 'full', limit: 2 })
  })

  it('takes over who holds a seat, for as long as they have it', async () => {
    await open(2, [
      { ...seatOf('a'), startedAt: 1, restMs: 100_000 },
      { ...seatOf('b'), startedAt: 2, restMs: 200_000 },
    ])
    const held = await copies.list(copy)
    expect(held === 'stale' ? [] : [...held.keys()]).toEqual(['session-a', 'session-b'])
    expect(await beat('b')).toBe('kept')
    clock.advance(100_001)
    expect(await acquire('c')).toMatchObject({ outcome: 'taken', dropped: ['session-a'] })
  })

  it('ends what does not go on under the next epoch, and the whole copy with its licence', async () => {
    await open(2)
    await acquire('a')
    await acquire('b')
    await copies.renew(copy, 2, { ...termsOf(2), usableMs: 60_000 }, ['session-b'])
    copy = { ...copy, epoch: 2 }
    expect([await beat('a'), await beat('b')]).toEqual(['gone', 'kept'])
    expect(await acquire('c')).toMatchObject({ outcome: 'taken' })
    clock.advance(60_001)
    expect([await beat('b'), (await acquire('d')).outcome]).toEqual(['stale', 'stale'])
  })

  it('knows no copy of another epoch, and none of which a part was lost', async () => {
    const none = { ...copy, epoch: 7 }
    expect(await copies.acquire(none, { ...seatOf('a'), startedAt: 9 })).toEqual({ outcome: 'stale' })
    await open(2)
    expect(await copies.acquire(none, { ...seatOf('a'), startedAt: 9 })).toEqual({ outcome: 'stale' })
    await acquire('a')
    for (const part of ['holders', 'ends']) {
      await redis.remove(`test:seats:{${copy.licenseId}}:${part}`)
      expect(await beat('a')).toBe('stale')
      await open(2)
    }
  })

  it('leaves a copy alone when its load comes late', async () => {
    await open(1)
    await acquire('a')
    expect(await open(1)).toBe('late')
    expect(await acquire('b')).toMatchObject({ outcome: 'full' })
  })

  it('counts the heartbeats that the copy before it answered, as nobody else may know of them', async () => {
    await open(3)
    for (const name of ['a', 'b', 'c']) await acquire(name)
    clock.advance(300_000)
    for (const name of ['a', 'b']) expect(await beat(name)).toBe('kept')
    copy = { ...copy, epoch: 2 }
    const overThere = ['a', 'c'].map((name) => ({ ...seatOf(name), startedAt: 1, restMs: -1 }))
    await open(3, overThere.concat({ ...seatOf('b'), startedAt: 2, restMs: 60_000 }))
    clock.advance(61_000)
    expect([await beat('a'), await beat('b'), await beat('c')]).toEqual(['kept', 'kept', 'gone'])
  })

  it('knows no copy that came back with a snapshot', async () => {
    await open(1)
    await redis.save()
    await acquire('a')
    await redis.kill()
    await redis.start()
    await eventually(async () => expect(await copies.ping()).toBe('up'))
    expect(await acquire('b')).toEqual({ outcome: 'stale' })
    expect(await open(1, [{ ...seatOf('a'), startedAt: 1, restMs: hold }])).toBe('loaded')
    expect(await acquire('b')).toMatchObject({ outcome: 'full' })
  })
})
