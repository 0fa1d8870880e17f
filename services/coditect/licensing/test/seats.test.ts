import { machineOf, type PublicKeys, verifyLease } from '@triptych/license-format'
import { databaseKinds, lanes, send } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licensingJobs } from '../src/jobs.ts'
import { codeOf, type Licensed, openScene, type Scene, seatOf } from './system.ts'

const minute = 60_000
let made = 0
const machine = (): string => `workstation-${(made += 1)}`

const places: {
  name: string
  database: (typeof databaseKinds)[number]
  environment: Record<string, string>
}[] = databaseKinds.map((database) => ({ name: database, database, environment: {} }))
if (lanes.postgresUrl !== undefined && lanes.redisUrl !== undefined) {
  const environment = { REDIS_URL: lanes.redisUrl }
  places.push({ name: 'postgres and redis', database: 'postgres', environment })
}

describe.each(places)('seats on $name', ({ database, environment }) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database, environment)
  })
  afterAll(() => scene.close())

  const beat = (seat: { session_id: string; signed_token: string }, more: object = {}) =>
    scene.post('/licenses/heartbeat', {
      session_id: seat.session_id,
      signed_token: seat.signed_token,
      ...more,
    })
  const release = (seat: { session_id: string; signed_token: string }) =>
    scene.post('/licenses/release', { session_id: seat.session_id, signed_token: seat.signed_token })
  const fill = (of: Licensed, count: number) =>
    Promise.all(Array.from({ length: count }, async () => seatOf(await of.acquire(machine()))))

  it('are taken with a key and a machine, and the lease can be verified offline', async () => {
    const licensed = await scene.licensed()
    const name = machine()
    const seat = seatOf(await licensed.acquire(name, { nonce: 'n-1' }))
    expect(seat).toMatchObject({ heartbeat_interval: 300, seats_used: 1, max_seats: 3 })
    const keys = (await send(scene.system, 'GET', '/.well-known/license-keys.json')).body as PublicKeys
    const expected = { keys, machine: await machineOf(name), nonce: 'n-1', now: scene.system.clock.now() }
    const checked = await verifyLease(seat.signed_token, expected)
    expect(checked).toMatchObject({
      verdict: 'valid',
      claims: { license: licensed.licenseId, session: seat.session_id, interval: 300 },
    })
    expect(Date.parse(seat.expires_at) - scene.system.clock.now()).toBeLessThanOrEqual(6 * minute)
    expect(Date.parse(seat.grace_until) - Date.parse(seat.expires_at)).toBe(24 * minute)
  })

  it('are never more than the plan has, also when all ask at once', async () => {
    const licensed = await scene.licensed()
    const replies = await Promise.all(Array.from({ length: 9 }, () => licensed.acquire(machine())))
    const counts = [201, 429].map((wanted) => replies.filter(({ status }) => status === wanted).length)
    expect(counts).toEqual([3, 6])
    const refused = replies.find(({ status }) => status === 429)
    expect(refused?.body).toMatchObject({
      code: 'licensing.no_seats',
      current_seats_used: 3,
      max_seats: 3,
      next_free_at: expect.any(String) as string,
    })
    expect(refused?.body).not.toHaveProperty('holders')
    expect(await licensed.license()).toMatchObject({ seats_used: 3 })
  })

  it('tell members of the organisation who holds them', async () => {
    const licensed = await scene.licensed()
    await fill(licensed, 3)
    const body = { license_key: licensed.licenseId, hardware_id: machine() }
    const reply = await licensed.owner.send('POST', '/api/v1/licenses/acquire', { body })
    expect(codeOf(reply)).toBe('licensing.no_seats')
    expect((reply.body as { holders: unknown[] }).holders).toHaveLength(3)
    const stranger = await scene.person()
    expect((await stranger.send('POST', '/api/v1/licenses/acquire', { body })).status).toBe(404)
  })

  it('are shown with what the program calls its machine', async () => {
    const licensed = await scene.licensed()
    const [named, plain] = [machine(), machine()]
    await licensed.acquire(named, { machine_name: 'drawing-office-3' })
    await licensed.acquire(plain)
    const path = `/api/v1/licenses/${licensed.licenseId}`
    const shown = async (what: 'seats' | 'sessions' | 'machines') => {
      const { body } = await licensed.owner.send('GET', `${path}/${what}`)
      const { seats, items } = body as Record<'seats' | 'items', { machine_name: string | null }[]>
      return new Set((seats ?? items).map(({ machine_name: name }) => name))
    }
    for (const what of ['seats', 'sessions', 'machines'] as const)
      expect(await shown(what)).toEqual(new Set(['drawing-office-3', null]))
    await licensed.acquire(named, { machine_name: 'drawing-office-4' })
    expect(await shown('machines')).toEqual(new Set(['drawing-office-4', null]))
    const long = await licensed.acquire(plain, { machine_name: 'x'.repeat(61) })
    expect(long).toMatchObject({ status: 400, body: { errors: [{ path: 'machine_name' }] } })
    const blank = await licensed.acquire(plain, { machine_name: '\u200b\u3164' })
    expect(blank).toMatchObject({ status: 400, body: { errors: [{ path: 'machine_name' }] } })
  })

  it('come back to the machine that has one', async () => {
    const licensed = await scene.licensed()
    const name = machine()
    const seat = seatOf(await licensed.acquire(name))
    await fill(licensed, 2)
    const again = seatOf(await licensed.acquire(name))
    expect(again).toMatchObject({ session_id: seat.session_id, seats_used: 3 })
    expect((await beat(again)).status).toBe(200)
  })

  it('are kept by heartbeats in both spellings', async () => {
    const licensed = await scene.licensed()
    const seat = seatOf(await licensed.acquire(machine()))
    scene.system.clock.advance(5 * minute)
    const kept = await beat(seat, { nonce: 'n-2' })
    expect(kept.body).toMatchObject({ heartbeat_interval: 300, signed_token: expect.any(String) as string })
    scene.system.clock.advance(5 * minute)
    const path = `/api/v1/licenses/sessions/${seat.session_id}/heartbeat/`
    const { signed_token } = kept.body as { signed_token: string }
    expect((await send(scene.system, 'PATCH', path, { body: { signed_token } })).status).toBe(200)
    // Any lease of the session will do, also one whose answer was lost.
    expect((await beat(seat)).status).toBe(200)
  })

  it('are free at once when their time is over, and a late heartbeat brings nothing back', async () => {
    const licensed = await scene.licensed()
    const seats = await fill(licensed, 3)
    scene.system.clock.advance(6 * minute)
    expect(await licensed.license()).toMatchObject({ seats_used: 0 })
    await fill(licensed, 1)
    for (const seat of seats) {
      const late = await beat(seat)
      expect(late.status).toBe(410)
      expect(late.body).toMatchObject({ code: 'licensing.session_expired', reason: 'expired' })
    }
    expect(await licensed.license()).toMatchObject({ seats_used: 1 })
  })

  it('count machines that may still work offline on a seat that has gone to another', async () => {
    const licensed = await scene.licensed()
    const [gone] = await fill(licensed, 3)
    scene.system.clock.advance(7 * minute)
    await fill(licensed, 2)
    expect(await licensed.license()).toMatchObject({ seats_used: 2, offline_overlaps: 2 })
    const list = await licensed.owner.send('GET', `/api/v1/licenses/${licensed.key}/sessions`)
    expect(list.body).toMatchObject({ statistics: { active: 2, total: 5, overlaps: 2 } })
    // A goodbye that comes late is one.
    expect(gone && (await release(gone)).status).toBe(204)
    expect(await licensed.license()).toMatchObject({ seats_used: 2, offline_overlaps: 1 })
    scene.system.clock.advance(24 * minute)
    expect(await licensed.license()).toMatchObject({ offline_overlaps: 0 })
  })

  it('stay reserved during the grace where the plan says so', async () => {
    const licensed = await scene.licensed({ plan: { reserve_during_grace: true } })
    const [seat] = await fill(licensed, 3)
    scene.system.clock.advance(29 * minute)
    expect(codeOf(await licensed.acquire(machine()))).toBe('licensing.no_seats')
    expect(seat === undefined ? 0 : (await beat(seat)).status).toBe(200)
    scene.system.clock.advance(2 * minute)
    expect(seatOf(await licensed.acquire(machine()))).toMatchObject({ seats_used: 2 })
  })

  it('are given back in both spellings, as often as one likes', async () => {
    const licensed = await scene.licensed()
    const [first, second] = await fill(licensed, 2)
    if (first === undefined || second === undefined) throw new Error('two seats')
    expect((await release(first)).status).toBe(204)
    expect((await release(first)).status).toBe(204)
    const path = `/api/v1/licenses/sessions/${second.session_id}/`
    const body = { signed_token: second.signed_token }
    expect((await send(scene.system, 'DELETE', path, { body })).status).toBe(204)
    expect((await send(scene.system, 'DELETE', path, { body })).status).toBe(204)
    expect(await licensed.license()).toMatchObject({ seats_used: 0 })
    expect((await beat(first)).body).toMatchObject({ reason: 'released' })
  })

  it('need their own token', async () => {
    const licensed = await scene.licensed()
    const [one, other] = await fill(licensed, 2)
    if (one === undefined || other === undefined) throw new Error('two seats')
    for (const signed_token of [other.signed_token, `${one.signed_token}x`, 'a.b.c']) {
      const given = { session_id: one.session_id, signed_token }
      expect(codeOf(await beat(given))).toBe('licensing.token_invalid')
      expect(codeOf(await release(given))).toBe('licensing.token_invalid')
    }
    expect(codeOf(await scene.post('/licenses/heartbeat', { session_id: one.session_id }))).toBe(
      'licensing.token_invalid',
    )
  })

  it('are released by members for themselves and by administrators for all', async () => {
    const licensed = await scene.licensed()
    const [member, admin] = [await scene.member(licensed, 'member'), await scene.member(licensed, 'admin')]
    const body = { license_key: licensed.key, hardware_id: machine() }
    const own = seatOf(await member.send('POST', '/api/v1/licenses/acquire', { body }))
    const [foreign] = await fill(licensed, 1)
    const leave = (person: typeof member, session_id: string, reason?: string) =>
      person.send('POST', '/api/v1/licenses/release', { body: { session_id, ...(reason && { reason }) } })
    expect(codeOf(await leave(member, foreign?.session_id ?? ''))).toBe('licensing.release_forbidden')
    expect((await leave(member, own.session_id)).status).toBe(204)
    expect((await leave(admin, foreign?.session_id ?? '', 'The laptop was lost')).status).toBe(204)
    expect((await beat(foreign ?? own)).body).toMatchObject({ reason: 'released_by_admin' })
    const outside = await scene.person()
    expect(codeOf(await leave(outside, own.session_id))).toBe('licensing.session_not_found')
    const told = await scene.audited(licensed.organizationId)
    expect(told.filter(({ action }) => action === 'licensing.seat.released')).toEqual(
      ['released', 'released_by_admin'].map((reason) =>
        expect.objectContaining({ refs: { license_id: licensed.licenseId, reason }, is_sealed: true }),
      ),
    )
    // The reason is somebody's words: it is in the sealed part alone.
    expect(JSON.stringify(told)).not.toContain('laptop')
  })

  it('are kept without a signed token by whose they are and by administrators, and by nobody else', async () => {
    const licensed = await scene.licensed()
    const [seat] = await fill(licensed, 1)
    const member = await scene.member(licensed, 'member')
    const wanted = { license_key: licensed.key, hardware_id: machine() }
    const own = seatOf(await member.send('POST', '/api/v1/licenses/acquire', { body: wanted }))
    const keep = (person: typeof member, session_id = '') =>
      person.send('POST', '/api/v1/licenses/heartbeat', { body: { session_id } })
    expect((await keep(licensed.owner, seat?.session_id)).status).toBe(200)
    expect((await keep(member, own.session_id)).status).toBe(200)
    // The answer is a lease, and a lease can end its session.
    expect(codeOf(await keep(member, seat?.session_id))).toBe('licensing.token_invalid')
    expect(codeOf(await keep(await scene.person(), seat?.session_id))).toBe('licensing.token_invalid')
  })

  it('go from the newest when the plan has fewer', async () => {
    const licensed = await scene.licensed()
    const seats = []
    const names = [machine(), machine(), machine()]
    for (const name of names) {
      seats.push(seatOf(await licensed.acquire(name)))
      scene.system.clock.advance(10)
    }
    await licensed.change({ plan: { max_concurrent_seats: 1 } })
    const [oldest, second, newest] = seats
    if (oldest === undefined || second === undefined || newest === undefined) throw new Error('three seats')
    expect((await beat(oldest)).status).toBe(200)
    for (const lost of [newest, second])
      expect((await beat(lost)).body).toMatchObject({
        code: 'licensing.session_expired',
        reason: 'plan_reduced',
      })
    expect((await beat(oldest)).status).toBe(200)
    expect(codeOf(await licensed.acquire(names[2] ?? ''))).toBe('licensing.no_seats')
  })

  it('are not asked back by a machine that the reduced plan has no seat for', async () => {
    const licensed = await scene.licensed()
    const names = [machine(), machine()]
    for (const name of names) {
      expect((await licensed.acquire(name)).status).toBe(201)
      scene.system.clock.advance(10)
    }
    await licensed.change({ plan: { max_concurrent_seats: 1 } })
    expect((await licensed.acquire(names[1] ?? '')).body).toMatchObject({
      code: 'licensing.no_seats',
      current_seats_used: 1,
      max_seats: 1,
    })
    expect((await licensed.acquire(names[0] ?? '')).status).toBe(201)
  })

  it('end with the licence that they are of', async () => {
    const licensed = await scene.licensed()
    const [seat] = await fill(licensed, 1)
    await licensed.change({ status: 'suspended' })
    expect(seat && (await beat(seat)).body).toMatchObject({ reason: 'license_suspended' })
    expect(codeOf(await licensed.acquire(machine()))).toBe('licensing.suspended')
    await licensed.change({ status: 'active' })
    const [again] = await fill(licensed, 1)
    await licensed.change({ status: 'ended' })
    expect(again && (await beat(again)).body).toMatchObject({ reason: 'license_inactive' })
    expect(codeOf(await licensed.acquire(machine()))).toBe('licensing.inactive')
  })

  it('end when the grace is over, whether that was announced or not', async () => {
    const licensed = await scene.licensed()
    const [seat] = await fill(licensed, 1)
    const grace = new Date(scene.system.clock.now() + 4 * minute).toISOString()
    await licensed.change({ status: 'past_due', grace_ends_at: grace })
    expect(seat && (await beat(seat)).status).toBe(200)
    expect(await licensed.license()).toMatchObject({ status: 'active', grace_period_ends_at: grace })
    scene.system.clock.advance(5 * minute)
    expect(seat && (await beat(seat)).body).toMatchObject({ reason: 'license_suspended' })
    expect(codeOf(await licensed.acquire(machine()))).toBe('licensing.suspended')
    expect(await licensed.license()).toMatchObject({ status: 'suspended' })
    await licensed.change({ status: 'active', grace_ends_at: null })
    expect((await licensed.acquire(machine())).status).toBe(201)
  })

  it('see so many new machines a day, of which those that got none are no part', async () => {
    const licensed = await scene.licensed({ plan: { max_concurrent_seats: 1 } })
    const first = seatOf(await licensed.acquire(machine()))
    const refused = await Promise.all(Array.from({ length: 20 }, () => licensed.acquire(machine())))
    expect(new Set(refused.map(codeOf))).toEqual(new Set(['licensing.no_seats']))
    const { body } = await licensed.owner.send('GET', `/api/v1/licenses/${licensed.licenseId}/machines`)
    expect((body as { items: unknown[] }).items).toHaveLength(1)
    await release(first)
    for (let seen = 1; seen < 3; seen += 1) await release(seatOf(await licensed.acquire(machine())))
    expect(codeOf(await licensed.acquire(machine()))).toBe('licensing.machine_limit')
    scene.system.clock.advance(24 * 60 * minute + 1)
    expect((await licensed.acquire(machine())).status).toBe(201)
  })

  it('are written down as ended by the sweeper, for history alone', async () => {
    const licensed = await scene.licensed()
    await fill(licensed, 1)
    scene.system.clock.advance(6 * minute)
    const ended = () =>
      scene.system.database.asOwner(`select end_reason from licensing.sessions where license_id = $1`, [
        licensed.licenseId,
      ])
    expect(await ended()).toEqual([{ end_reason: null }])
    await scene.system.running[0]?.platform.jobs.send(licensingJobs.sweep, {})
    await scene.work()
    expect(await ended()).toEqual([{ end_reason: 'expired' }])
  })
})
