import { isLicenseKey, type LicenseFile, type PublicKeys, verifyLicenseFile } from '@triptych/license-format'
import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, send } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licensingContract } from '../src/module.ts'
import { plans } from './billing-double.ts'
import { codeOf, type LicenseView, openScene, type Scene, seatOf } from './system.ts'

const day = 24 * 3_600_000
let made = 0
const machine = (): string => `workstation-${(made += 1)}`

describe.each(databaseKinds)('licences on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  const licensesOf = async (owner: Person, query = '') =>
    (await owner.send('GET', `/api/v1/licenses/${query}`)).body as {
      items: LicenseView[]
      next_cursor: string | null
      usage: object
    }
  const keysOf = async () =>
    (await send(scene.system, 'GET', '/.well-known/license-keys.json')).body as PublicKeys
  const actionsOf = async (organizationId: string): Promise<string[]> =>
    (await scene.audited(organizationId))
      .map(({ action }) => action)
      .filter((action) => action.startsWith('licensing.'))

  it('are issued once for a subscription, however often and in whatever order it is told of', async () => {
    const owner = await scene.person()
    const organization_id = await scene.organization(owner)
    const first = scene.billing.set({ organization_id })
    const second = scene.billing.set({ id: first.id, organization_id, plan: plans.pro })
    await Promise.all([second, first, first, second].map((told) => scene.billing.announce(told)))
    await scene.system.settle({ retries: true })
    const { items } = await licensesOf(owner)
    expect(items).toEqual([
      expect.objectContaining({
        plan: { id: 'pro', name: 'Pro' },
        status: 'active',
        max_concurrent_seats: 10,
        seats_used: 0,
        key_display: expect.stringMatching(/^CODITECT-[0-9A-Z]{4}(-\*{4}){4}$/) as string,
      }),
    ])
    expect(await actionsOf(organization_id)).toEqual(['licensing.license.created'])
  })

  it('are not issued before the subscription was usable', async () => {
    const owner = await scene.person()
    const organization_id = await scene.organization(owner)
    const incomplete = scene.billing.set({ organization_id, status: 'incomplete', started_at: null })
    await scene.billing.announce(incomplete)
    await scene.billing.announce({ ...incomplete, id: newId() })
    await scene.system.settle()
    expect((await licensesOf(owner)).items).toEqual([])
    const trial = scene.billing.set({
      id: incomplete.id,
      organization_id,
      status: 'trialing',
      is_trial: true,
      started_at: '2026-12-01T00:00:00.000Z',
    })
    await scene.billing.announce(trial)
    await scene.system.settle()
    expect((await licensesOf(owner)).items).toEqual([
      expect.objectContaining({ is_trial: true, status: 'active' }),
    ])
  })

  it('are mailed to each owner once, with the signed file and no key', async () => {
    const licensed = await scene.licensed()
    await scene.work()
    await licensed.change({ current_period_ends_at: '2027-02-01T00:00:00.000Z' })
    await scene.work()
    const mails = await scene.inbox(licensed.owner.email)
    const about = mails.filter(({ attachments }) => attachments.length > 0)
    expect(about).toHaveLength(1)
    expect(about[0]?.attachments).toEqual([expect.objectContaining({ filename: 'coditect-license.json' })])
    expect(about[0]?.text).toContain(licensed.key.slice(0, 13))
    expect(JSON.stringify(mails)).not.toContain(licensed.key)
    expect(about[0]?.links.some((link) => link.endsWith(`/console/licenses/${licensed.licenseId}`))).toBe(
      true,
    )
  })

  it('follow what is paid: renewed, in grace, suspended, reinstated, ended', async () => {
    const licensed = await scene.licensed()
    await licensed.change({ current_period_ends_at: '2027-02-01T00:00:00.000Z' })
    expect(await licensed.license()).toMatchObject({
      expires_at: '2027-02-01T00:00:00.000Z',
      last_renewal_at: expect.any(String) as string,
    })
    const grace = new Date(scene.system.clock.now() + 7 * day).toISOString()
    await licensed.change({ status: 'past_due', grace_ends_at: grace })
    expect(await licensed.license()).toMatchObject({ status: 'active', grace_period_ends_at: grace })
    await licensed.change({ status: 'suspended' })
    expect(await licensed.license()).toMatchObject({
      status: 'suspended',
      suspended_at: expect.any(String) as string,
    })
    await licensed.change({ status: 'active', grace_ends_at: null })
    expect(await licensed.license()).toMatchObject({
      status: 'active',
      suspended_at: null,
      grace_period_ends_at: null,
    })
    await licensed.change({ plan: plans.pro })
    await licensed.change({ status: 'ended' })
    expect(await licensed.license()).toMatchObject({
      status: 'inactive',
      deactivated_at: expect.any(String) as string,
      max_concurrent_seats: 10,
    })
    expect(
      (await actionsOf(licensed.organizationId)).filter((action) => action.includes('.license.')),
    ).toEqual([
      'licensing.license.created',
      'licensing.license.renewed',
      'licensing.license.grace_began',
      'licensing.license.suspended',
      'licensing.license.reinstated',
      'licensing.license.plan_changed',
      'licensing.license.deactivated',
    ])
  })

  it('ignore what is older than what they know', async () => {
    const licensed = await scene.licensed()
    const { version } = scene.billing.set({
      id: licensed.subscriptionId,
      organization_id: licensed.organizationId,
      status: 'active',
    })
    await licensed.change({ status: 'suspended', version: version - 1 })
    expect(await licensed.license()).toMatchObject({ status: 'active' })
  })

  it('are listed by state, plan and expiry, page by page, with how they are used', async () => {
    const licensed = await scene.licensed({ current_period_ends_at: '2027-03-01T00:00:00.000Z' })
    const { owner, organizationId: organization_id } = licensed
    await scene.billing.announce(scene.billing.set({ organization_id, plan: plans.pro, status: 'suspended' }))
    await scene.system.settle()
    seatOf(await licensed.acquire(machine()))
    const plansOf = async (query: string) => (await licensesOf(owner, query)).items.map(({ plan }) => plan.id)
    expect(await plansOf('')).toEqual(['pro', 'starter'])
    expect(await plansOf('?status=active')).toEqual(['starter'])
    expect(await plansOf('?status=suspended')).toEqual(['pro'])
    expect(await plansOf('?tier=pro')).toEqual(['pro'])
    expect(await plansOf('?expires_after=2027-02-01T00:00:00.000Z')).toEqual(['starter'])
    expect(await plansOf('?expires_before=2027-02-01T00:00:00.000Z')).toEqual(['pro'])
    expect(await plansOf(`?subscription_id=${licensed.subscriptionId}`)).toEqual(['starter'])
    const page = await licensesOf(owner, '?limit=1')
    expect(page.items).toHaveLength(1)
    expect(await plansOf(`?limit=1&cursor=${page.next_cursor}`)).toEqual(['starter'])
    expect(page.usage).toEqual({
      licenses: 2,
      seats: 3,
      seats_used: 1,
      utilization: 1 / 3,
      sessions_last_30_days: 1,
    })
  })

  it('do not exist for anybody else', async () => {
    const licensed = await scene.licensed()
    const other = await scene.licensed()
    for (const path of ['', '/download', '/key', '/machines', '/sessions', '/status']) {
      const missing = await other.owner.send('GET', `/api/v1/licenses/${newId()}${path}`)
      const foreign = await other.owner.send('GET', `/api/v1/licenses/${licensed.licenseId}${path}`)
      expect({ path, status: foreign.status }).toEqual({ path, status: 404 })
      expect(codeOf(foreign)).toBe(codeOf(missing))
    }
    const byKey = await other.owner.send('GET', `/api/v1/licenses/${licensed.key}/sessions`)
    expect(codeOf(byKey)).toBe('licensing.license_not_found')
  })

  it('give a signed file that can be verified offline, also after its key was replaced', async () => {
    const licensed = await scene.licensed()
    const download = async () =>
      licensed.owner.send('GET', `/api/v1/licenses/${licensed.licenseId}/download/`)
    const reply = await download()
    expect(reply.headers.get('content-disposition')).toContain('coditect-license.json')
    const check = async (file: unknown) =>
      verifyLicenseFile(file, {
        keys: await keysOf(),
        license: licensed.licenseId,
        now: Date.parse('2026-12-24'),
      })
    expect(await check(reply.body)).toMatchObject({
      verdict: 'valid',
      content: { max_concurrent_seats: 3, plan: { id: 'starter' } },
    })
    const before = (await keysOf()).keys.length
    const licensing = scene.system.clientOf(licensingContract)
    await licensing.rotateSigningKeys(scene.system.contextFor(), { use: 'file' })
    expect((await keysOf()).keys).toHaveLength(before + 1)
    const kidOf = ({ protected: header }: LicenseFile): unknown =>
      (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid
    const soon = await download()
    expect(kidOf(soon.body as LicenseFile)).toBe(kidOf(reply.body as LicenseFile))
    scene.system.clock.advance(day + 1)
    const later = await download()
    expect(kidOf(later.body as LicenseFile)).not.toBe(kidOf(reply.body as LicenseFile))
    expect(await check(reply.body)).toMatchObject({ verdict: 'valid' })
    expect(await check(later.body)).toMatchObject({ verdict: 'valid' })
  })

  it('are validated by key, and every wrong key gets the same answer', async () => {
    const licensed = await scene.licensed()
    const validate = (license_key: string) => scene.post('/licenses/validate/', { license_key })
    expect((await validate(licensed.key.toLowerCase().replaceAll('-', ' '))).body).toMatchObject({
      valid: true,
      reason: null,
      license: { license_id: licensed.licenseId, status: 'active', max_concurrent_seats: 3 },
    })
    const rotated = await licensed.owner.send('POST', `/api/v1/licenses/${licensed.licenseId}/rotate-key`, {
      body: {},
    })
    expect(rotated.status).toBe(200)
    const wrong = [licensed.key, 'CODITECT-0000-0000-0000-0000-0000', 'no key', licensed.licenseId, newId()]
    for (const key of wrong)
      expect((await validate(key)).body).toEqual({ valid: false, reason: 'unknown_key', license: null })
    const { license_key: key } = rotated.body as { license_key: string }
    await licensed.change({ status: 'suspended' })
    expect((await validate(key)).body).toMatchObject({ valid: false, reason: 'suspended' })
    expect((await send(scene.system, 'GET', `/api/v1/licenses/${key}/status`)).body).toMatchObject({
      status: 'suspended',
    })
  })

  it('may be asked about sixty times a minute from one address', async () => {
    const ask = () => scene.post('/licenses/validate', { license_key: 'no key' })
    const replies = await Promise.all(Array.from({ length: 70 }, ask))
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
    scene.system.clock.advance(60_000)
  })

  it('are activated by the first machine, and as often as it likes', async () => {
    const licensed = await scene.licensed()
    const body = { license_key: licensed.key, hardware_id: machine() }
    const first = await scene.post('/licenses/activate', body)
    expect(first.body).toMatchObject({ may_acquire: true, license: { license_id: licensed.licenseId } })
    const { activated_at: activatedAt } = await licensed.license()
    expect(activatedAt).toEqual(expect.any(String))
    scene.system.clock.advance(1_000)
    expect((await scene.post('/licenses/activate', body)).body).toEqual(first.body)
    await scene.post('/licenses/activate', { ...body, hardware_id: machine() })
    expect(await licensed.license()).toMatchObject({ activated_at: activatedAt })
    expect(codeOf(await scene.post('/licenses/activate', { ...body, license_key: 'no key' }))).toBe(
      'licensing.license_not_found',
    )
  })

  it('are for approved machines only where their administrators say so', async () => {
    const licensed = await scene.licensed()
    const { owner, licenseId } = licensed
    const path = `/api/v1/licenses/${licenseId}`
    const member = await scene.member(licensed, 'member')
    const rules = { body: { approved_machines_only: true } }
    expect((await member.send('PATCH', path, rules)).status).toBe(403)
    expect((await owner.send('PATCH', path, rules)).body).toMatchObject({ approved_machines_only: true })
    const name = machine()
    expect(codeOf(await licensed.acquire(name))).toBe('licensing.machine_not_approved')
    const listed = await owner.send('GET', `${path}/machines`)
    const [seen] = (listed.body as { items: { id: string; approved_at: string | null }[] }).items
    expect(seen).toMatchObject({ approved_at: null })
    const approval = `${path}/machines/${seen?.id}/approval`
    expect((await owner.send('PUT', approval, { body: {} })).status).toBe(200)
    const seat = seatOf(await licensed.acquire(name))
    expect((await owner.send('DELETE', approval)).body).toMatchObject({ approved_at: null })
    const beat = await scene.post('/licenses/heartbeat', {
      session_id: seat.session_id,
      signed_token: seat.signed_token,
    })
    expect(beat.body).toMatchObject({ reason: 'machine_refused' })
    expect(codeOf(await licensed.acquire(name))).toBe('licensing.machine_not_approved')
    const unknown = `${path}/machines/${newId()}/approval`
    expect(codeOf(await owner.send('PUT', unknown, { body: {} }))).toBe('licensing.machine_not_found')
  })

  it('are for members only where their administrators say so', async () => {
    const licensed = await scene.licensed()
    const { owner, licenseId } = licensed
    await owner.send('PATCH', `/api/v1/licenses/${licenseId}`, { body: { require_member: true } })
    const body = { license_key: licensed.key, hardware_id: machine() }
    expect(codeOf(await scene.post('/licenses/acquire', body))).toBe('licensing.member_required')
    const member = await scene.member(licensed, 'member')
    const seat = seatOf(await member.send('POST', '/api/v1/licenses/acquire', { body }))
    const outside = await scene.person()
    expect(codeOf(await outside.send('POST', '/api/v1/licenses/acquire', { body }))).toBe(
      'licensing.member_required',
    )
    const membership = `/api/v1/organizations/${licensed.organizationId}/members/${member.userId}`
    expect((await owner.send('DELETE', membership)).status).toBe(204)
    await scene.system.settle()
    const beat = { session_id: seat.session_id, signed_token: seat.signed_token }
    expect((await scene.post('/licenses/heartbeat', beat)).body).toMatchObject({
      reason: 'released_by_admin',
    })
  })

  it('let no machine in by rules or a key that were changed since it was last there', async () => {
    const licensed = await scene.licensed()
    const { owner, licenseId } = licensed
    const path = `/api/v1/licenses/${licenseId}`
    const name = machine()
    const comesBack = async () => codeOf(await licensed.acquire(name))
    const session = seatOf(await licensed.acquire(name)).session_id
    expect(seatOf(await licensed.acquire(name)).session_id).toBe(session)
    const rules = async (body: object) => void (await owner.send('PATCH', path, { body }))
    await rules({ require_member: true })
    expect(await comesBack()).toBe('licensing.member_required')
    await rules({ require_member: false, approved_machines_only: true })
    expect(await comesBack()).toBe('licensing.machine_not_approved')
    await rules({ approved_machines_only: false })
    expect(seatOf(await licensed.acquire(name)).session_id).toBe(session)
    await owner.send('POST', `${path}/rotate-key`, { body: {} })
    expect(await comesBack()).toBe('licensing.license_not_found')
  })

  it('let in by a member nobody who is none', async () => {
    const licensed = await scene.licensed()
    await licensed.owner.send('PATCH', `/api/v1/licenses/${licensed.licenseId}`, {
      body: { require_member: true },
    })
    const member = await scene.member(licensed, 'member')
    const byId = { license_key: licensed.licenseId, hardware_id: machine() }
    const byKey = { ...byId, license_key: licensed.key }
    for (const body of [byId, byKey])
      expect((await member.send('POST', '/api/v1/licenses/acquire', { body })).status).toBe(201)
    expect(codeOf(await scene.post('/licenses/acquire', byId))).toBe('licensing.license_not_found')
    expect(codeOf(await scene.post('/licenses/acquire', byKey))).toBe('licensing.member_required')
  })

  it('lose their machines with a leaked key when that is asked for', async () => {
    const licensed = await scene.licensed()
    const name = machine()
    const seat = seatOf(await licensed.acquire(name))
    const path = `/api/v1/licenses/${licensed.licenseId}/rotate-key`
    const rotated = await licensed.owner.send('POST', path, { body: { end_sessions: true } })
    const { license_key: key } = rotated.body as { license_key: string }
    expect(isLicenseKey(key)).toBe(true)
    expect(codeOf(await licensed.acquire(name))).toBe('licensing.license_not_found')
    const beat = await scene.post('/licenses/heartbeat', {
      session_id: seat.session_id,
      signed_token: seat.signed_token,
    })
    expect(beat.body).toMatchObject({ reason: 'key_rotated' })
    const shown = await licensed.owner.send('GET', `/api/v1/licenses/${licensed.licenseId}/key`)
    expect(shown.body).toEqual({ license_key: key })
    expect(await actionsOf(licensed.organizationId)).toEqual(
      expect.arrayContaining(['licensing.key.rotated', 'licensing.key.shown', 'licensing.seat.withdrawn']),
    )
  })

  it('are found by administrators of the deployment, by key and by address', async () => {
    const licensed = await scene.licensed()
    const admin = await scene.admin()
    const found = async (query: string) =>
      ((await admin.send('GET', `/api/v1/admin/licenses?${query}`)).body as { items: LicenseView[] }).items
    const byKey = await found(`search=${licensed.key.slice(0, 13)}`)
    expect(byKey.map(({ id }) => id)).toContain(licensed.licenseId)
    const byAddress = await found(`search=${encodeURIComponent(licensed.owner.email.slice(0, 20))}`)
    expect(byAddress).toEqual([
      expect.objectContaining({
        id: licensed.licenseId,
        organization: { id: licensed.organizationId, name: expect.stringMatching(/^Company /) as string },
      }),
    ])
    expect(await found('search=nobody-here')).toEqual([])
    await licensed.change({ status: 'suspended' })
    expect((await found('status=suspended')).map(({ id }) => id)).toContain(licensed.licenseId)
    expect((await found('status=active')).map(({ id }) => id)).not.toContain(licensed.licenseId)
    expect((await licensed.owner.send('GET', '/api/v1/admin/licenses')).status).toBe(403)
  })

  it('tell how much of what was sold is in use', async () => {
    const licensing = scene.system.clientOf(licensingContract)
    const before = await licensing.getUtilization(scene.system.contextFor(), {})
    const licensed = await scene.licensed()
    seatOf(await licensed.acquire(machine()))
    const after = await licensing.getUtilization(scene.system.contextFor(), {})
    expect(after.seats - before.seats).toBe(3)
    expect(after.seats_used - before.seats_used).toBe(1)
    const metrics = await fetch(`${scene.system.internalUrls[0]}/metrics`)
    const text = await metrics.text()
    expect(text).toMatch(/triptych_licensing_seats\{plan="starter",seat_state="used"\} \d/)
    expect(text).toMatch(/triptych_licensing_acquires_total\{seat_outcome="granted"\} \d/)
    expect(text).not.toContain(licensed.key)
  })

  it('end with their organisation', async () => {
    const licensed = await scene.licensed()
    seatOf(await licensed.acquire(machine()))
    const body = { close_organizations: true }
    expect((await licensed.owner.send('DELETE', '/api/v1/me', { body })).status).toBe(202)
    await scene.work()
    const rows = await scene.system.database.asOwner(
      `select l.status, s.end_reason from licensing.licenses l join licensing.sessions s on s.license_id = l.id
        where l.id = $1`,
      [licensed.licenseId],
    )
    expect(rows).toEqual([{ status: 'inactive', end_reason: 'license_inactive' }])
  })

  it('hand over and let go of what they hold about a person', async () => {
    const licensed = await scene.licensed()
    const member = await scene.member(licensed, 'member')
    const body = { license_key: licensed.key, hardware_id: machine(), machine_name: 'desk-7' }
    const seat = seatOf(await member.send('POST', '/api/v1/licenses/acquire', { body }))
    const licensing = scene.system.clientOf(licensingContract)
    const held = await licensing.exportPersonalData(scene.system.contextFor(), { user_id: member.userId })
    expect(held.sections).toEqual([
      {
        name: 'seats',
        items: [expect.objectContaining({ id: seat.session_id, ip: '127.0.0.1', machine_name: 'desk-7' })],
      },
    ])
    expect((await member.send('DELETE', '/api/v1/me')).status).toBe(202)
    await scene.work()
    const after = await licensing.exportPersonalData(scene.system.contextFor(), { user_id: member.userId })
    expect(after.sections).toEqual([{ name: 'seats', items: [] }])
    const [row] = await scene.system.database.asOwner(
      `select user_id, ip, user_agent, machine_name, ended_at from licensing.sessions where id = $1`,
      [seat.session_id],
    )
    expect(row).toEqual({ user_id: null, ip: null, user_agent: null, machine_name: null, ended_at: null })
  })

  it('keep no key in the clear: not in the database, not in the log, not in what is announced', async () => {
    const licensed = await scene.licensed()
    seatOf(await licensed.acquire(machine()))
    await send(scene.system, 'GET', `/api/v1/licenses/${licensed.key}/status`)
    await licensed.owner.send('GET', `/api/v1/licenses/${licensed.key}/sessions`)
    await scene.work()
    const tables = await scene.system.database.asOwner<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const secrets = [licensed.key, licensed.key.slice(14), licensed.key.replaceAll('-', '')]
    for (const { name } of tables) {
      const rows = await scene.system.database.asOwner<{ text: string }>(
        `select t::text as text from ${name} t`,
      )
      const text = rows.map((row) => row.text).join('\n')
      const hex = (secret: string) => Buffer.from(secret).toString('hex')
      for (const secret of secrets)
        expect({ name, found: text.includes(secret) || text.includes(hex(secret)) }).toEqual({
          name,
          found: false,
        })
    }
    for (const secret of secrets) expect(scene.logs.join('\n')).not.toContain(secret)
    expect(scene.logs.join('\n')).toContain('/licenses/:license_key/status')
  })
})
