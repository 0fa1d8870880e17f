import { newId } from '@triptych/kernel'
import { databaseKinds, sampleOf, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  billingOf,
  bootBilling,
  entitlementsOf,
  grant,
  reserve,
  signInAgain,
  signUpAdmin,
  use,
} from './system.ts'

const minute = 60_000
const reached = { code: 'billing.limit_reached' }

describe.each(databaseKinds)('usage on %s', (kind) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootBilling(kind)
  })
  afterAll(() => system.close())

  it('is bounded by what each plan includes, and the refusal says what would lift it', async () => {
    const admin = await signUpAdmin(system)
    const person = await signUp(system)
    const refusals = []
    for (const [plan, turns, sessions] of [
      ['free', 3, 2],
      ['prism', 30, 20],
      ['prism_plus', 100, null],
    ] as const) {
      if (plan !== 'free') await grant(admin, person, plan)
      const { usage } = await entitlementsOf(person)
      expect(usage).toMatchObject({
        turns_per_day: { limit: turns },
        mirror_sessions_per_week: { limit: sessions },
      })
      await use(system, person, 'turns_per_day', turns - usage.turns_per_day.used)
      refusals.push(await reserve(system, person, 'turns_per_day').catch((error: unknown) => error))
    }
    expect(refusals).toMatchObject([
      { ...reached, kind: 'payment_required', data: { limit: 3, used: 3, upgrade_to: 'prism' } },
      { ...reached, data: { limit: 30, used: 30, upgrade_to: 'prism_plus' } },
      { ...reached, data: { limit: 100, used: 100, upgrade_to: null } },
    ])
    const { usage } = await entitlementsOf(person)
    for (const plan of ['free', 'prism', 'prism_plus']) {
      const denied = `triptych_quota_denials_total{quota="turns_per_day",plan="${plan}"}`
      expect(await sampleOf(system, denied)).toBe(1)
    }
    const { data } = refusals[0] as { data: { resets_at: string } }
    expect(data.resets_at).toBe(usage.turns_per_day.resets_at)
    await use(system, person, 'mirror_sessions_per_week', 3)
  })

  it('never passes the limit, however many ask at once', async () => {
    const person = await signUp(system)
    await use(system, person, 'turns_per_day', 1)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, () => reserve(system, person, 'turns_per_day')),
    )
    const taken = outcomes.filter(({ status }) => status === 'fulfilled')
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(taken).toHaveLength(2)
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(
      Array.from({ length: 198 }, () => reached.code),
    )
    expect((await entitlementsOf(person)).usage.turns_per_day.used).toBe(3)
  })

  it('reads what a person may from the cache, and anew once that has changed', async () => {
    const admin = await signUpAdmin(system)
    const person = await signUp(system)
    const reads = async () => [
      await sampleOf(system, 'triptych_cache_reads_total{cache="entitlements",hit="miss"}'),
      await sampleOf(system, 'triptych_cache_reads_total{cache="entitlements",hit="hit"}'),
    ]
    await entitlementsOf(person)
    const [misses = 0, hits = 0] = await reads()
    expect((await entitlementsOf(person)).plan).toBe('free')
    expect(await reads()).toEqual([misses, hits + 1])
    await grant(admin, person, 'prism')
    expect((await entitlementsOf(person)).plan).toBe('prism')
    expect(await reads()).toEqual([misses + 1, hits + 1])
  })

  it('takes one for a thing however often it is reserved', async () => {
    const person = await signUp(system)
    const id = newId()
    await Promise.all([1, 2, 3].map(() => reserve(system, person, 'turns_per_day', id)))
    expect((await entitlementsOf(person)).usage.turns_per_day.used).toBe(1)
  })

  it('comes back when released or when the work never came, but not once it is settled', async () => {
    const person = await signUp(system)
    const [settled, released, lost] = [newId(), newId(), newId()]
    for (const id of [settled, released, lost]) await reserve(system, person, 'turns_per_day', id)
    const about = (id: string) => ({ user_id: person.userId, usage_id: id })
    const [billing, context] = [billingOf(system), system.contextFor()]
    await billing.settleUsage(context, about(settled))
    await billing.releaseUsage(context, about(settled))
    await billing.releaseUsage(context, about(released))
    expect((await entitlementsOf(person)).usage.turns_per_day.used).toBe(2)
    system.clock.advance(10 * minute)
    expect((await entitlementsOf(await signInAgain(system, person))).usage.turns_per_day.used).toBe(1)
    await use(system, person, 'turns_per_day', 2)
    await expect(reserve(system, person, 'turns_per_day', lost)).rejects.toMatchObject(reached)
    const exported = await billing.exportPersonalData(system.contextFor(), { user_id: person.userId })
    expect(exported.sections.find(({ name }) => name === 'usage')?.items).toHaveLength(3)
  })

  it('is not gained by moving to another time zone, which counts from the next day on', async () => {
    const person = await signUp(system)
    const moveTo = async (time_zone: string) => {
      const signedIn = await signInAgain(system, person)
      await signedIn.send('PATCH', '/api/v1/me/profile', { body: { time_zone } })
      return (await entitlementsOf(signedIn)).usage.turns_per_day
    }
    const goTo = (time: string) => system.clock.advance(Date.parse(time) - system.clock.now())
    goTo('2027-01-20T10:30:00Z')
    await moveTo('Europe/Berlin')
    await use(system, person, 'turns_per_day', 3)
    const running = { used: 3, limit: 3, resets_at: '2027-01-20T23:00:00.000Z' }
    // There the next day has just begun.
    for (const zone of ['Pacific/Kiritimati', 'Asia/Tokyo']) expect(await moveTo(zone)).toEqual(running)
    await expect(reserve(system, person, 'turns_per_day')).rejects.toMatchObject({
      ...reached,
      data: { resets_at: running.resets_at },
    })
    goTo('2027-01-20T23:00:00Z')
    expect(await reserve(system, person, 'turns_per_day')).toMatchObject({
      used: 1,
      resets_at: '2027-01-21T15:00:00.000Z',
    })
    await moveTo('Europe/Berlin')
    goTo('2027-01-21T15:00:00Z')
    expect(await reserve(system, person, 'turns_per_day')).toMatchObject({
      used: 1,
      resets_at: '2027-01-22T15:00:00.000Z',
    })
  })

  it('starts anew at the person’s own midnight and Monday, also when the clocks change', async () => {
    const person = await signUp(system)
    await person.send('PATCH', '/api/v1/me/profile', { body: { time_zone: 'America/New_York' } })
    const goTo = (time: string) => system.clock.advance(Date.parse(time) - system.clock.now())
    // The clocks go forward in New York on Sunday, 14 March 2027.
    goTo('2027-03-13T12:00:00Z')
    const signedIn = await signInAgain(system, person)
    await use(system, signedIn, 'turns_per_day', 3)
    await use(system, signedIn, 'mirror_sessions_per_week', 2)
    const { usage } = await entitlementsOf(signedIn)
    expect(usage.turns_per_day.resets_at).toBe('2027-03-14T05:00:00.000Z')
    expect(usage.mirror_sessions_per_week.resets_at).toBe('2027-03-15T04:00:00.000Z')
    goTo('2027-03-14T04:59:59Z')
    await expect(reserve(system, person, 'turns_per_day')).rejects.toMatchObject(reached)
    goTo('2027-03-14T05:00:00Z')
    expect(await reserve(system, person, 'turns_per_day')).toMatchObject({
      used: 1,
      resets_at: '2027-03-15T04:00:00.000Z',
    })
    goTo('2027-03-15T03:59:59Z')
    await expect(reserve(system, person, 'mirror_sessions_per_week')).rejects.toMatchObject(reached)
    goTo('2027-03-15T04:00:00Z')
    expect(await reserve(system, person, 'mirror_sessions_per_week')).toMatchObject({ used: 1 })
  })
})
