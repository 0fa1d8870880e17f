import { newId } from '@triptych/kernel'
import { createMemoryKv, type Kv } from '@triptych/kv'
import { databaseKinds, type Person, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markChanged } from '../src/change-marks.ts'
import { createAuthenticator } from '../src/http/authenticator.ts'
import { bootIdentity, identityOf, organizationOf, verified } from './system.ts'

describe.each(databaseKinds)('who a request comes from, on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootIdentity(database)
  })
  afterAll(() => system.close())

  const authenticatorOver = (kv: Kv, broken: Partial<ReturnType<typeof identityOf>> = {}) => {
    const calls = { checked: 0, resolved: 0 }
    const client = identityOf(system)
    const authenticator = createAuthenticator({
      client: {
        ...client,
        checkSession: (context, input) => ((calls.checked += 1), client.checkSession(context, input)),
        resolveTenant: (context, input) => ((calls.resolved += 1), client.resolveTenant(context, input)),
        ...broken,
      },
      clock: system.clock,
      newId,
      kv,
      issuer: 'http://localhost:3000',
      isSecure: false,
    })
    return { authenticator, calls }
  }
  type Request = Parameters<ReturnType<typeof createAuthenticator>['identify']>[0]
  const requestOf = (token: string, access: object = { who: 'user' }) =>
    ({
      headers: { authorization: `Bearer ${token}` },
      cookies: {},
      routeOptions: { config: { access } },
    }) as unknown as Request
  const actorOf = (person: Person) => ({
    ...system.contextFor(),
    actor: {
      kind: 'user' as const,
      userId: person.userId,
      sessionId: newId(),
      roles: ['user'],
      authenticatedAt: 0,
      emailVerified: true,
    },
  })

  it('refuses a sign-in that ended before the shared store forgot about it', async () => {
    const person = await verified(system)
    await person.send('POST', '/api/v1/auth/logout-all')
    const { authenticator } = authenticatorOver(createMemoryKv({ clock: system.clock }))
    await expect(authenticator.identify(requestOf(person.accessToken))).rejects.toMatchObject({
      kind: 'unauthenticated',
    })
  })

  it('lets a signature pass while the row cannot be read', async () => {
    const person = await verified(system)
    const { authenticator } = authenticatorOver(createMemoryKv({ clock: system.clock }), {
      checkSession: () => Promise.reject(new Error('away')),
    })
    expect((await authenticator.identify(requestOf(person.accessToken))).actor.kind).toBe('user')
    const sensitive = requestOf(person.accessToken, { who: 'admin' })
    await expect(authenticator.identify(sensitive)).rejects.toThrow('away')
  })

  it('asks the row at first sight, and again only when something about the person has changed, or the operation matters', async () => {
    const kv = createMemoryKv({ clock: system.clock })
    const { authenticator, calls } = authenticatorOver(kv)
    const person = await verified(system)
    for (let times = 0; times < 3; times += 1) await authenticator.identify(requestOf(person.accessToken))
    expect(calls.checked).toBe(1)
    await markChanged({ kv, newId }, person.userId)
    for (let times = 0; times < 3; times += 1) await authenticator.identify(requestOf(person.accessToken))
    expect(calls.checked).toBe(2)
    await authenticator.identify(requestOf(person.accessToken, { who: 'user', fresh: true }))
    await authenticator.identify(requestOf(person.accessToken, { who: 'admin' }))
    expect(calls.checked).toBe(4)
  })

  it('goes on by the signature when the shared store is away, but not where it matters', async () => {
    const away = { get: () => Promise.reject(new Error('away')) } as unknown as Kv
    const { authenticator } = authenticatorOver(away)
    const person = await verified(system)
    expect((await authenticator.identify(requestOf(person.accessToken))).actor.kind).toBe('user')
    await person.send('POST', '/api/v1/auth/logout-all')
    expect((await authenticator.identify(requestOf(person.accessToken))).actor.kind).toBe('user')
    const sensitive = requestOf(person.accessToken, { who: 'user', fresh: true })
    await expect(authenticator.identify(sensitive)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  it('refuses tokens that were changed, of another kind, or out of time', async () => {
    const { authenticator } = authenticatorOver(createMemoryKv({ clock: system.clock }))
    const person = await verified(system)
    const [header, payload, signature] = person.accessToken.split('.')
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object
    const forgedPayload = Buffer.from(JSON.stringify({ ...claims, roles: ['admin'] })).toString('base64url')
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')
    const forged = [
      `${header}.${forgedPayload}.${signature}`,
      `${none}.${payload}.`,
      person.refreshToken,
      'trip_unknown',
    ]
    for (const token of forged)
      await expect(authenticator.identify(requestOf(token))).rejects.toMatchObject({
        kind: 'unauthenticated',
      })
    await authenticator.identify(requestOf(person.accessToken))
    system.clock.advance(10 * 60_000 + 1_000)
    await expect(authenticator.identify(requestOf(person.accessToken))).rejects.toMatchObject({
      kind: 'unauthenticated',
    })
  })

  it('finds the organisation once, again after a change, and none of somebody else', async () => {
    const kv = createMemoryKv({ clock: system.clock })
    const { authenticator, calls } = authenticatorOver(kv)
    const person = await verified(system)
    const tenantOf = (requested?: string) => authenticator.tenantOf(actorOf(person), requested)
    await expect(tenantOf()).rejects.toMatchObject({ code: 'identity.organization_required' })
    const organization = await organizationOf(person)
    const foreign = await organizationOf(await verified(system))
    const before = calls.resolved
    for (let times = 0; times < 3; times += 1)
      expect(await tenantOf(organization)).toEqual({ organizationId: organization, role: 'owner' })
    expect(calls.resolved - before).toBe(1)
    await markChanged({ kv, newId }, person.userId)
    await tenantOf(organization)
    expect(calls.resolved - before).toBe(2)
    for (const other of [foreign, newId(), 'no uuid'])
      await expect(tenantOf(other)).rejects.toMatchObject({ code: 'identity.organization_not_found' })
  })

  it('holds a program’s token to its own organisation', async () => {
    const { authenticator } = authenticatorOver(createMemoryKv({ clock: system.clock }))
    const person = await verified(system)
    const [bound, other] = [await organizationOf(person), await organizationOf(person)]
    const body = { name: 'Build', scopes: ['memory:read'], organization_id: bound }
    const made = await person.send('POST', '/api/v1/auth/tokens', { body })
    const { token } = made.body as { token: string }
    const { actor } = await authenticator.identify(requestOf(token))
    expect(actor).toMatchObject({ kind: 'token', userId: person.userId, organizationId: bound })
    const context = { ...system.contextFor(), actor }
    expect(await authenticator.tenantOf(context, undefined)).toMatchObject({ organizationId: bound })
    await expect(authenticator.tenantOf(context, other)).rejects.toMatchObject({
      code: 'identity.organization_not_found',
    })
  })

  it('lets a program’s token without an organisation act in none, whatever it names', async () => {
    const { authenticator } = authenticatorOver(createMemoryKv({ clock: system.clock }))
    const person = await verified(system)
    const organization = await organizationOf(person)
    const body = { name: 'Build', scopes: ['kalei:read'], organization_id: null }
    const made = await person.send('POST', '/api/v1/auth/tokens', { body })
    const { token } = made.body as { token: string }
    const { actor } = await authenticator.identify(requestOf(token))
    expect(actor).toMatchObject({ kind: 'token', userId: person.userId })
    for (const named of [undefined, organization])
      await expect(authenticator.tenantOf({ ...system.contextFor(), actor }, named)).rejects.toMatchObject({
        code: 'identity.organization_required',
      })
  })
})
