import { hasRedisBinary, startRedis, startRedisProxy } from '@triptych/kv/testing'
import { eventually, lanes } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RedisSeats } from '../src/ports/redis-seats.ts'
import type { LicenseRef } from '../src/ports/seats.ts'
import { nobody, openSeatLab, requestOf, type SeatLab } from './seat-lab.ts'

const minute = 60_000

describe.skipIf(!hasRedisBinary || lanes.postgresUrl === undefined)('seats that Redis grants', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let lab: SeatLab
  let seats: RedisSeats
  let license: LicenseRef
  beforeAll(async () => {
    redis = await startRedis()
    lab = await openSeatLab()
    seats = await lab.process(redis.url)
  })
  afterAll(async () => {
    await lab.close()
    await redis.dispose()
  })
  beforeEach(async () => {
    license = await lab.license(3)
  })

  const acquire = (machine: string, by = seats, of = license) =>
    by.acquire(lab.context(), requestOf(of, machine), nobody)
  const take = async (machine: string, by = seats, of = license) => {
    const acquired = await acquire(machine, by, of)
    if (acquired.kind !== 'granted') throw new Error(`${machine} was not granted a seat: ${acquired.kind}`)
    return acquired.session
  }
  const beat = (sessionId: string, by = seats, of = license) =>
    by.heartbeat(lab.context(), { ...of, sessionId }, nobody)
  const release = (sessionId: string, by = seats) =>
    by.release(lab.context(), { ...license, sessionId }, 'released', nobody)

  it('are as many as there are, each confirmed by Postgres', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, index) => acquire(`m-${index}`)))
    const granted = all.filter(({ kind }) => kind === 'granted')
    expect(granted).toHaveLength(3)
    expect(await lab.openSessions(license)).toHaveLength(3)
    const full = await acquire('late')
    expect(full).toMatchObject({ kind: 'full', used: 3, max: 3 })
    expect(full.kind === 'full' && full.holders.length).toBe(3)
    expect((await lab.placeOf(license)).copy_epoch).toBe(2)
  })

  it('are free at once when they are left or have ended, and no late heartbeat brings them back', async () => {
    const [a, b] = [await take('a'), await take('b')]
    await take('c')
    expect(await release(b.id)).toBe(true)
    const d = await take('d')
    expect(await release(b.id)).toBe(false)
    lab.clock.advance(5 * minute)
    expect(await beat(d.id)).toMatchObject({ kind: 'kept', session: { id: d.id, machine: 'd' } })
    lab.clock.advance(minute + 1)
    const e = await take('e')
    expect(await beat(a.id)).toEqual({ kind: 'lost', reason: 'expired' })
    expect((await lab.openSessions(license)).map(({ id }) => id).toSorted()).toEqual([d.id, e.id].toSorted())
  })

  it('come back to the machine that has one, whichever process it asks', async () => {
    const other = await lab.process(redis.url)
    const a = await take('a')
    expect((await take('a', other)).id).toBe(a.id)
    await Promise.all([take('b'), take('c', other)])
    expect((await take('a')).id).toBe(a.id)
    expect(await acquire('d', other)).toMatchObject({ kind: 'full' })
  })

  it('come back to a machine whose session Postgres never heard of', async () => {
    const [first, second] = await Promise.all([take('a'), take('a')])
    expect(second.id).toBe(first.id)
    expect(await lab.openSessions(license)).toHaveLength(1)
  })

  it('tell Postgres of heartbeats together', async () => {
    const taken = await Promise.all(['a', 'b', 'c'].map((name) => take(name)))
    lab.clock.advance(4 * minute)
    await Promise.all(taken.map(({ id }) => beat(id)))
    const until = lab.clock.now() + 5 * minute
    await eventually(async () => {
      const held = await lab.openSessions(license)
      expect(held.every((row) => Date.parse(row.held_until) > until)).toBe(true)
    })
  })

  it('follow a change of the plan, and the newest of too many are refused', async () => {
    const sessions = []
    for (const name of ['a', 'b', 'c']) sessions.push(await take(name))
    const [a, b, c] = sessions.map(({ id }) => id)
    await lab.database.asOwner(
      'update licensing.licenses set max_concurrent_seats = 1, epoch = epoch + 1 where id = $1',
      [license.licenseId],
    )
    await seats.changed(lab.context(), license)
    expect(await lab.placeOf(license)).toEqual({ epoch: 3, copy_epoch: 3 })
    expect(await beat(a ?? '')).toMatchObject({ kind: 'kept' })
    expect(await beat(c ?? '')).toEqual({ kind: 'lost', reason: 'plan_reduced' })
    expect(await beat(b ?? '')).toEqual({ kind: 'lost', reason: 'plan_reduced' })
    expect(await acquire('d')).toMatchObject({ kind: 'full', used: 1, max: 1 })
  })

  it('are refused when the licence may not be used, also by who has not heard of it', async () => {
    const a = await take('a')
    await lab.database.asOwner(
      `update licensing.licenses set status = 'suspended', epoch = epoch + 1 where id = $1`,
      [license.licenseId],
    )
    expect(await acquire('b')).toEqual({ kind: 'refused', status: 'suspended' })
    expect(await beat(a.id)).toEqual({ kind: 'lost', reason: 'license_suspended' })
  })

  it('end in Postgres when time has ended them, but for those that Redis knows better', async () => {
    const [a, b] = [await take('a'), await take('b')]
    lab.clock.advance(5 * minute)
    await beat(a.id)
    await lab.database.asOwner(
      `update licensing.sessions set held_until = '2020-01-01' where license_id = $1`,
      [license.licenseId],
    )
    lab.clock.advance(minute + 1)
    expect(await seats.sweep(lab.context(), nobody)).toBeGreaterThan(0)
    expect((await lab.openSessions(license)).map(({ id }) => id)).toEqual([a.id])
    expect(await beat(b.id)).toEqual({ kind: 'lost', reason: 'expired' })
  })

  describe('when Redis goes', () => {
    it('are granted by Postgres, with every seat held for a whole lease, and then by Redis again', async () => {
      const [a, b] = [await take('a'), await take('b')]
      lab.clock.advance(5 * minute)
      await beat(a.id)
      await redis.kill()
      const startedAt = performance.now()
      const c = await take('c')
      expect(performance.now() - startedAt).toBeLessThan(1_000)
      expect(await lab.placeOf(license)).toMatchObject({ epoch: 3, copy_epoch: null })
      lab.clock.advance(minute + 1)
      expect(await acquire('d')).toMatchObject({ kind: 'full', used: 3 })
      expect(await beat(b.id)).toMatchObject({ kind: 'kept' })
      await redis.start()
      await eventually(async () => {
        expect(await beat(a.id)).toMatchObject({ kind: 'kept' })
        expect((await lab.placeOf(license)).copy_epoch).not.toBeNull()
      })
      expect(await acquire('d')).toMatchObject({ kind: 'full', used: 3 })
      expect(await beat(c.id)).toMatchObject({ kind: 'kept' })
      expect(await beat(b.id)).toMatchObject({ kind: 'kept' })
    })

    it('are rebuilt at once when only the data is lost', async () => {
      const [a, b] = [await take('a'), await take('b'), await take('c')]
      lab.clock.advance(5 * minute)
      await beat(a.id)
      await redis.flush()
      expect(await acquire('d')).toMatchObject({ kind: 'full', used: 3 })
      lab.clock.advance(minute + 1)
      expect(await beat(a.id)).toMatchObject({ kind: 'kept' })
      expect(await beat(b.id)).toMatchObject({ kind: 'kept' })
      expect((await lab.placeOf(license)).copy_epoch).toBe(3)
    })

    it('are not granted from a snapshot of yesterday', async () => {
      const a = await take('a')
      await redis.save()
      await Promise.all([take('b'), take('c')])
      await release(a.id)
      const d = await take('d')
      await redis.kill()
      await redis.start()
      await eventually(async () => expect((await acquire('e')).kind).toBe('full'))
      expect(await beat(d.id)).toMatchObject({ kind: 'kept' })
      expect(await beat(a.id)).toEqual({ kind: 'lost', reason: 'released' })
    })

    it('are decided by Postgres where one process sees Redis and another does not', async () => {
      const proxy = await startRedisProxy(redis.url)
      const cut = await lab.process(proxy.url)
      const a = await take('a')
      await eventually(async () => {
        expect(await beat(a.id)).toMatchObject({ kind: 'kept' })
        expect((await lab.placeOf(license)).copy_epoch).not.toBeNull()
      })
      expect(await beat(a.id, cut)).toMatchObject({ kind: 'kept' })
      proxy.holdBack('requests')
      const b = await take('b', cut)
      const c = await take('c', cut)
      expect(await acquire('d')).toMatchObject({ kind: 'full' })
      expect(await acquire('e', cut)).toMatchObject({ kind: 'full' })
      proxy.heal()
      for (const { id } of [a, b, c])
        for (const by of [seats, cut]) expect(await beat(id, by)).toMatchObject({ kind: 'kept' })
      expect(await acquire('f')).toMatchObject({ kind: 'full' })
      await proxy.dispose()
    })
  })

  it('are free for the others when Redis goes in the middle of a release', async () => {
    const proxy = await startRedisProxy(redis.url)
    const cut = await lab.process(proxy.url)
    const a = await take('a')
    await Promise.all([take('b'), take('c')])
    const endedInPostgres = () => proxy.holdBack('requests')
    expect(
      await cut.release(lab.context(), { ...license, sessionId: a.id }, 'released', endedInPostgres),
    ).toBe(true)
    await take('d')
    expect(await acquire('e')).toMatchObject({ kind: 'full', used: 3 })
    proxy.heal()
    await proxy.dispose()
  })

  it('are kept by nobody on a copy that was left behind long ago', async () => {
    const alone = await lab.process()
    const [a] = [await take('a'), await take('b'), await take('c')]
    expect(await acquire('d', alone)).toMatchObject({ kind: 'full' })
    lab.clock.advance(6 * minute - 1_000)
    expect(await beat(a.id)).toMatchObject({ kind: 'kept' })
    lab.clock.advance(2_000)
    for (const name of ['d', 'e', 'f']) await acquire(name, alone)
    expect(await beat(a.id, alone)).toMatchObject({ kind: 'kept' })
  })

  it('are granted to nobody whom the licence admitted before it changed', async () => {
    const admitted = { ...requestOf(license, 'a'), epoch: 1 }
    const acquireAs = (request: typeof admitted) => seats.acquire(lab.context(), request, nobody)
    await take('b')
    const { epoch } = await lab.placeOf(license)
    expect(await acquireAs(admitted)).toEqual({ kind: 'outdated' })
    expect(await acquireAs({ ...admitted, epoch })).toMatchObject({ kind: 'granted' })
    await lab.database.asOwner('update licensing.licenses set epoch = epoch + 1 where id = $1', [
      license.licenseId,
    ])
    expect(await acquireAs({ ...admitted, epoch })).toEqual({ kind: 'outdated' })
    expect(await acquireAs({ ...admitted, epoch: epoch + 1 })).toMatchObject({ kind: 'granted' })
  })

  it('move to Postgres when a process without Redis takes over', async () => {
    const alone = await lab.process()
    const a = await take('a')
    await take('b', alone)
    expect((await lab.placeOf(license)).copy_epoch).toBeNull()
    expect(await beat(a.id, alone)).toMatchObject({ kind: 'kept' })
  })
})
