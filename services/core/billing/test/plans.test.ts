import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billingOf, bootBilling, entitlementsOf, grant, reserve, signUpAdmin } from './system.ts'

const hour = 3_600_000
const warmMs = 1

describe.each(databaseKinds)('plans on %s', (kind) => {
  let system: TestSystem
  let admin: Person
  beforeAll(async () => {
    system = await bootBilling(kind)
    admin = await signUpAdmin(system)
  })
  afterAll(() => system.close())

  const planOf = async (person: Person) => (await entitlementsOf(person)).plan
  const requires = (person: Person, feature: 'spectrum_weekly' | 'spectrum_monthly') =>
    billingOf(system).requireEntitlement(system.contextFor(), { user_id: person.userId, feature })

  it('are free until granted, change at once, and end by the clock', async () => {
    const person = await signUp(system)
    expect(await entitlementsOf(person)).toMatchObject({ plan: 'free', source: 'default', expires_at: null })
    const ends = new Date(system.clock.now() + hour / 2).toISOString()
    const granted = await grant(admin, person, 'prism', ends)
    expect(granted).toMatchObject({ status: 201, body: { plan: 'prism', expires_at: ends } })
    expect(await entitlementsOf(person)).toMatchObject({ plan: 'prism', source: 'admin', expires_at: ends })
    await grant(admin, person, 'prism_plus')
    expect(await planOf(person)).toBe('prism_plus')
    await grant(admin, person, 'free')
    expect(await planOf(person)).toBe('free')
    const soon = system.clock.now() + 60_000
    await grant(admin, person, 'prism', new Date(soon).toISOString())
    expect(await planOf(person)).toBe('prism')
    system.clock.advance(60_000)
    expect(await planOf(person)).toBe('free')
  })

  it('are not granted to nobody, nor by anybody but an admin, and are audited without the reason', async () => {
    const person = await signUp(system)
    expect((await grant(person, person, 'prism_plus')).status).toBe(403)
    const nobody = await admin.send('POST', '/api/v1/admin/entitlements', {
      body: { user_id: newId(), plan: 'prism', reason: 'A thank-you' },
    })
    expect(nobody).toMatchObject({ status: 404, body: { code: 'billing.person_not_found' } })
    await grant(admin, person, 'prism')
    const exported = await billingOf(system).exportPersonalData(system.contextFor(), {
      user_id: person.userId,
    })
    expect(exported.sections[0]).toMatchObject({
      name: 'plan_history',
      items: [{ kind: 'grant', plan: 'prism', source: 'admin' }],
    })
    expect(JSON.stringify(exported)).not.toContain(admin.userId)
  })

  it('keep every fact when two are recorded at once', async () => {
    const person = await signUp(system)
    const store = (source: string, plan: string) =>
      system.database.asOwner(
        `insert into billing.billing_facts
           (id, user_id, source, kind, plan, expires_at, reason, recorded_by, recorded_at)
         values ($1, $2, $3, 'grant', $4, '2036-01-01', 'bought', $2, now())`,
        [newId(), person.userId, source, plan],
      )
    await store('apple', 'prism')
    const replies = await Promise.all([
      grant(admin, person, 'prism_plus'),
      grant(admin, person, 'prism'),
      grant(admin, person, 'prism_plus'),
    ])
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
    const [row] = await system.database.asOwner<{ grants: { source: string; plan: string }[] }>(
      'select grants from billing.entitlement_snapshots where user_id = $1',
      [person.userId],
    )
    const [newest] = await system.database.asOwner<{ plan: string }>(
      `select plan from billing.billing_facts where user_id = $1 and source = 'admin'
        order by recorded_at desc, id desc limit 1`,
      [person.userId],
    )
    expect(row?.grants.map(({ source }) => source)).toEqual(['admin', 'apple'])
    expect(row?.grants[0]?.plan).toBe(newest?.plan)
  })

  it('open Spectrum as they include it, and say which plan would', async () => {
    const person = await signUp(system)
    const refusal = { code: 'billing.not_included', kind: 'payment_required' }
    await expect(requires(person, 'spectrum_weekly')).rejects.toMatchObject({
      ...refusal,
      data: { upgrade_to: 'prism' },
    })
    await expect(requires(person, 'spectrum_monthly')).rejects.toMatchObject({
      ...refusal,
      data: { upgrade_to: 'prism_plus' },
    })
    await grant(admin, person, 'prism')
    expect(await requires(person, 'spectrum_weekly')).toEqual({ plan: 'prism' })
    await expect(requires(person, 'spectrum_monthly')).rejects.toMatchObject(refusal)
    await grant(admin, person, 'prism_plus')
    expect(await requires(person, 'spectrum_monthly')).toEqual({ plan: 'prism_plus' })
  })

  it('are known in under a millisecond once they were asked for', async ({ annotate }) => {
    const person = await signUp(system)
    await grant(admin, person, 'prism')
    system.clock.advance(20_000)
    for (let count = 0; count < 200; count += 1) await requires(person, 'spectrum_weekly')
    const times: number[] = []
    for (let count = 0; count < 500; count += 1) {
      const from = performance.now()
      await requires(person, 'spectrum_weekly')
      times.push(performance.now() - from)
    }
    const median = times.toSorted((a, b) => a - b)[250] ?? 0
    await annotate(`entitlement check, warm, ${kind}: median ${median.toFixed(3)} ms`)
    expect(median).toBeLessThan(warmMs)
  })

  it('go with their person', async () => {
    const person = await signUp(system)
    await grant(admin, person, 'prism')
    await reserve(system, person, 'turns_per_day')
    expect((await person.send('DELETE', '/api/v1/me')).status).toBe(202)
    await system.settle()
    for (const table of ['billing_facts', 'entitlement_snapshots', 'usage']) {
      const left = await system.database.asOwner(`select 1 from billing.${table} where user_id = $1`, [
        person.userId,
      ])
      expect({ table, left }).toEqual({ table, left: [] })
    }
  })
})

describe('without shared memory', () => {
  it('plans and limits are read from the database', async () => {
    const system = await bootBilling('embedded')
    await system.running[0]?.platform.kv.close()
    const person = await signUp(system)
    expect((await entitlementsOf(person)).plan).toBe('free')
    expect(await reserve(system, person, 'turns_per_day')).toMatchObject({ used: 1, limit: 3 })
    await system.close()
  })
})
