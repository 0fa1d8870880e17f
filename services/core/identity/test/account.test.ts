import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, personOf, send, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreedDocuments } from '../src/agreed-documents.ts'
import { bootIdentity, codeOf, identityOf, logIn, organizationOf, verified } from './system.ts'

const api = (path: string) => `/api/v1${path}`

describe.each(databaseKinds)('an account on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootIdentity(database)
  })
  afterAll(() => system.close())

  async function admin(): Promise<Person> {
    const person = await signUp(system)
    await identityOf(system).grantAdmin(system.contextFor(), { email: person.email })
    return signedInAgain(person)
  }
  async function signedInAgain(person: Person): Promise<Person> {
    const body = (await logIn(system, person.email)).body as Parameters<typeof personOf>[1]
    return personOf(system, { ...body, email: person.email })
  }

  describe('programs’ tokens', () => {
    const make = async (person: Person, organization_id?: string | null) => {
      const body = { name: 'Build', scopes: ['memory:read'], organization_id }
      return person.send('POST', api('/auth/tokens'), { body })
    }

    it('are shown once, kept as a hash, bound to scopes and one organisation', async () => {
      const person = await verified(system)
      const organization = await organizationOf(person)
      const foreign = await organizationOf(await verified(system))
      expect(codeOf(await make(person, foreign))).toBe('identity.organization_not_found')
      const reply = await make(person)
      const made = reply.body as { id: string; token: string; prefix: string }
      expect(reply.body).toMatchObject({ organization_id: organization, scopes: ['memory:read'] })
      expect(Buffer.from(made.token.slice('trip_'.length), 'base64url')).toHaveLength(32)
      expect(made.token.startsWith(made.prefix)).toBe(true)
      const list = await person.send('GET', api('/auth/tokens'))
      expect(list.text).not.toContain(made.token)
      const [row] = await system.database.asOwner<{ text: string }>(
        'select row_to_json(t)::text as text from identity.personal_tokens t where id = $1',
        [made.id],
      )
      expect(row?.text).not.toContain(made.token)
      await organizationOf(person)
      expect(codeOf(await make(person))).toBe('identity.organization_required')
    })

    it('belong to their person alone when they are bound to no organisation', async () => {
      const person = await verified(system)
      const check = async (reply: { body: unknown }) =>
        (
          await identityOf(system).checkToken(system.contextFor(), {
            token: (reply.body as { token: string }).token,
          })
        ).actor
      const own = await make(person)
      expect(own.body).toMatchObject({ organization_id: null })
      await organizationOf(person)
      expect(await check(own)).toMatchObject({ user_id: person.userId, organization_id: null })
      expect((await make(person, null)).body).toMatchObject({ organization_id: null })
      const list = (await person.send('GET', api('/auth/tokens'))).body as { items: object[] }
      expect(list.items).toMatchObject([{ organization_id: null }, { organization_id: null }])
      await system.database.asOwner(`update identity.users set status = 'suspended' where id = $1`, [
        person.userId,
      ])
      expect(await check(own)).toBeNull()
    })

    it('are refused where their scope does not reach, and after they end', async () => {
      const person = await verified(system)
      await organizationOf(person)
      const made = (await make(person)).body as { id: string; token: string }
      const headers = { authorization: `Bearer ${made.token}` }
      const use = () => send(system, 'GET', api('/me'), { headers })
      expect(codeOf(await use())).toBe('identity.scope_missing')
      expect((await person.send('DELETE', api(`/auth/tokens/${made.id}`))).status).toBe(204)
      expect((await use()).status).toBe(401)
      const short = (await make(person)).body as { token: string }
      const check = () => identityOf(system).checkToken(system.contextFor(), { token: short.token })
      expect((await check()).actor).toMatchObject({ user_id: person.userId, scopes: ['memory:read'] })
      system.clock.advance(91 * 24 * 3_600_000)
      expect((await check()).actor).toBeNull()
    })

    it('note their last use at most once a minute, and end with the membership', async () => {
      const person = await verified(system)
      const organization = await organizationOf(person)
      const made = (await make(person)).body as { id: string; token: string }
      const check = () => identityOf(system).checkToken(system.contextFor(), { token: made.token })
      const lastUsed = async () => {
        const [row] = await system.database.asOwner<{ at: string }>(
          'select last_used_at::text as at from identity.personal_tokens where id = $1',
          [made.id],
        )
        return row?.at
      }
      await check()
      const first = await lastUsed()
      await check()
      expect(await lastUsed()).toBe(first)
      system.clock.advance(61_000)
      await check()
      expect(await lastUsed()).not.toBe(first)
      await system.database.asOwner('delete from identity.organization_members where organization_id = $1', [
        organization,
      ])
      expect((await check()).actor).toBeNull()
    })

    it('need a recent sign-in that was not ended', async () => {
      const person = await verified(system)
      await organizationOf(person)
      system.clock.advance(10 * 60_000 - 5_000)
      expect((await make(person)).status).toBe(201)
      const old = await verified(system)
      system.clock.advance(9 * 60_000)
      const renewed = (
        await send(system, 'POST', api('/auth/refresh'), { body: { refresh_token: old.refreshToken } })
      ).body as { access_token: string }
      system.clock.advance(2 * 60_000)
      const headers = { authorization: `Bearer ${renewed.access_token}` }
      const body = { name: 'Build', scopes: ['memory:read'] }
      expect(codeOf(await send(system, 'POST', api('/auth/tokens'), { body, headers }))).toBe(
        'identity.reauth_required',
      )
    })
  })

  it('validates language, time zone and region', async () => {
    const person = await signUp(system)
    const patch = (body: object) => person.send('PATCH', api('/me/profile'), { body })
    const change = { full_name: 'Grace', locale: 'de-CH', time_zone: 'Europe/Zurich', region: 'CH' }
    expect((await patch(change)).body).toMatchObject({
      full_name: 'Grace',
      profile: { locale: 'de-CH', time_zone: 'Europe/Zurich', region: 'CH' },
    })
    for (const wrong of [
      { locale: 'no such' },
      { time_zone: 'Mars/Base' },
      { time_zone: '+01:00' },
      { region: 'ch' },
    ])
      expect((await patch(wrong)).status).toBe(400)
    const known = await identityOf(system).getPerson(system.contextFor(), { user_id: person.userId })
    expect(known).toMatchObject({ email: person.email, full_name: 'Grace', region: 'CH', status: 'active' })
  })

  it('records consents by document hash, connector, provider and region, and withdraws them', async () => {
    const person = await signUp(system)
    const give = (body: object) => person.send('POST', api('/consents'), { body })
    const granted = (provider?: string) =>
      identityOf(system).hasConsent(system.contextFor(), {
        user_id: person.userId,
        purpose: 'model_processing',
        ...(provider === undefined ? {} : { provider }),
      })
    for (const purpose of ['terms', 'privacy', 'model_processing', 'connector'])
      expect(codeOf(await give({ purpose }))).toBe('identity.consent_incomplete')
    for (const agreed of agreedDocuments) expect((await give(agreed)).body).toMatchObject(agreed)
    expect(await granted()).toEqual({ granted: false, provider: null, region: null })
    const model = { purpose: 'model_processing', provider: 'openrouter', region: 'eu' }
    const first = (await give(model)).body as { id: string }
    expect((await give(model)).body).toMatchObject({ id: first.id })
    expect(await granted('openrouter')).toEqual({ granted: true, provider: 'openrouter', region: 'eu' })
    expect((await granted('another')).granted).toBe(false)
    const stranger = await signUp(system)
    expect((await stranger.send('DELETE', api(`/consents/${first.id}`))).status).toBe(404)
    expect((await person.send('DELETE', api(`/consents/${first.id}`))).status).toBe(204)
    expect((await granted()).granted).toBe(false)
    const list = (await person.send('GET', api('/consents'))).body as { items: object[] }
    const documents = [{ purpose: 'privacy' }, { purpose: 'terms' }]
    expect(list.items).toMatchObject([{ withdrawn_at: expect.any(String) as string }, ...documents])
    const inForce = (await person.send('GET', api('/consents?in_force=true'))).body as { items: object[] }
    expect(inForce.items).toMatchObject(documents)
  })

  it('records a consent to the published documents alone, and says which those are', async () => {
    const person = await signUp(system)
    const [terms, privacy] = agreedDocuments.map(({ document }) => document)
    const refusal = async (body: object) => {
      const reply = await person.send('POST', api('/consents'), { body })
      const { errors } = reply.body as { errors?: { path: string; message: string }[] }
      return {
        status: reply.status,
        code: codeOf(reply),
        path: errors?.[0]?.path,
        says: errors?.[0]?.message,
      }
    }
    const refused = { status: 400, code: 'identity.document_unknown' }
    const version = { version: 'nonsense', sha256: terms?.sha256 }
    expect(await refusal({ purpose: 'terms', document: version })).toEqual({
      ...refused,
      path: 'document.version',
      says: `The current version is ${terms?.version}.`,
    })
    const another = { version: terms?.version, sha256: privacy?.sha256 }
    expect(await refusal({ purpose: 'terms', document: another })).toEqual({
      ...refused,
      path: 'document.sha256',
      says: expect.stringContaining(terms?.sha256 ?? '') as string,
    })
    expect(await refusal({ purpose: 'age', document: terms })).toMatchObject({ ...refused, path: 'document' })
    expect((await person.send('GET', api('/consents'))).body).toMatchObject({ items: [] })
  })

  it('tells consents to one provider apart by region', async () => {
    const person = await signUp(system)
    const model = { purpose: 'model_processing', provider: 'openrouter' }
    const granted = async (region: string) =>
      (await identityOf(system).hasConsent(system.contextFor(), { user_id: person.userId, ...model, region }))
        .granted
    for (const region of ['eu', 'us'])
      await person.send('POST', api('/consents'), { body: { ...model, region } })
    const list = (await person.send('GET', api('/consents'))).body as { items: { id: string }[] }
    expect([await granted('eu'), await granted('us'), await granted('global')]).toEqual([true, true, false])
    await person.send('DELETE', api(`/consents/${list.items[0]?.id}`))
    expect([await granted('eu'), await granted('us')]).toEqual([true, false])
  })

  it('holds a consent once, however often it is given at once', async () => {
    const person = await signUp(system)
    const body = { purpose: 'model_processing', provider: 'openrouter', region: 'eu' }
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => person.send('POST', api('/consents'), { body })),
    )
    const ids = new Set(answers.map((answer) => (answer.body as { id: string }).id))
    expect(ids.size).toBe(1)
    for (const id of ids) await person.send('DELETE', api(`/consents/${id}`))
    expect((await person.send('GET', api('/consents?in_force=true'))).body).toMatchObject({ items: [] })
  })

  it('is erased with its data, after handing over or closing its organisations', async () => {
    const person = await verified(system)
    const organization = await organizationOf(person, 'Prism')
    const refused = await person.send('DELETE', api('/me'))
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'identity.sole_owner',
      organizations: [{ id: organization, name: 'Prism' }],
    })
    const reply = await person.send('DELETE', api('/me'), { body: { close_organizations: true } })
    expect(reply.status).toBe(202)
    const receipt = reply.body as { receipt_id: string; receipt_token: string }
    expect((await person.send('GET', api('/me'))).status).toBe(401)
    expect((await logIn(system, person.email)).status).toBe(401)
    const key = await identityOf(system).getDataKey(system.contextFor(), { subject_id: person.userId })
    expect(key.wrapped_key).toBeNull()
    await system.settle()
    const left = await system.database.asOwner<{ count: string }>(
      `select (select count(*) from identity.users where id = $1)
            + (select count(*) from identity.sessions where user_id = $1)
            + (select count(*) from identity.refresh_tokens where user_id = $1)
            + (select count(*) from identity.organizations where id = $2)
            + (select count(*) from identity.data_keys where subject_id in ($1, $2)) as count`,
      [person.userId, organization],
    )
    expect(Number(left[0]?.count)).toBe(0)
    const stored = await system.database.asOwner<{ body: Uint8Array }>('select body from identity.outbox')
    expect(stored.some(({ body }) => Buffer.from(body).includes(receipt.receipt_token))).toBe(false)
    expect((await signUp(system, person.email)).userId).not.toBe(person.userId)
  })

  it('asks to sign in again before it deletes after ten minutes', async () => {
    const person = await signUp(system)
    system.clock.advance(9 * 60_000)
    const renewed = await send(system, 'POST', api('/auth/refresh'), {
      body: { refresh_token: person.refreshToken },
    })
    system.clock.advance(2 * 60_000)
    const { access_token } = renewed.body as { access_token: string }
    const headers = { authorization: `Bearer ${access_token}` }
    const reply = await send(system, 'DELETE', api('/me'), { headers })
    expect(reply.status).toBe(403)
    expect(codeOf(reply)).toBe('identity.reauth_required')
  })

  it('is exported with everything held about the person', async () => {
    const person = await verified(system)
    await organizationOf(person, 'Glasshouse')
    const { sections } = await identityOf(system).exportPersonalData(system.contextFor(), {
      user_id: person.userId,
    })
    const names = sections.map((section) => section.name)
    expect(names).toEqual([
      'account',
      'linked_identities',
      'sessions',
      'personal_tokens',
      'organizations',
      'consents',
    ])
    expect(JSON.stringify(sections)).toContain(person.email)
    expect(JSON.stringify(sections)).not.toMatch(/password|token_hash/)
  })

  it('is found by administrators by address, organisation and status, page by page', async () => {
    const boss = await admin()
    const person = await verified(system)
    const name = `Company ${newId()}`
    await organizationOf(person, name)
    const find = async (query: string) =>
      ((await boss.send('GET', api(`/admin/users?${query}`))).body as { items: { id: string }[] }).items
    expect(await find(`search=${encodeURIComponent(person.email.slice(2, 20))}`)).toMatchObject([
      { id: person.userId, organizations: [name], status: 'active' },
    ])
    expect(await find(`search=${encodeURIComponent(name.toUpperCase())}`)).toHaveLength(1)
    expect(await find(`status=suspended&search=${person.email}`)).toHaveLength(0)
    const page = (await boss.send('GET', api('/admin/users?limit=1'))).body as { next_cursor: string }
    const second = await find(`limit=1&cursor=${page.next_cursor}`)
    expect(second).toHaveLength(1)
    expect((await person.send('GET', api('/admin/users'))).status).toBe(403)
  })

  it('loses an administrator’s powers the moment its sign-in ends', async () => {
    const boss = await admin()
    await system.database.asOwner('update identity.sessions set revoked_at = now() where user_id = $1', [
      boss.userId,
    ])
    expect((await boss.send('GET', api('/admin/users'))).status).toBe(401)
    expect((await boss.send('DELETE', api('/me'))).status).toBe(401)
  })

  it('takes nobody’s id from the body', async () => {
    const [person, victim] = [await signUp(system), await signUp(system)]
    const body = { full_name: 'Mallory', user_id: victim.userId }
    expect((await person.send('PATCH', api('/me/profile'), { body })).status).toBe(400)
    const headers = { 'x-user-id': victim.userId }
    expect((await person.send('GET', api('/me'), { headers })).body).toMatchObject({ id: person.userId })
  })
})
