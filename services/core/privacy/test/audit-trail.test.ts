import { identityContract } from '@triptych/identity/contract'
import { newId } from '@triptych/kernel'
import {
  databaseKinds,
  type Person,
  personOf,
  send,
  signUp,
  testPassword,
  type TestSystem,
} from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSystem } from './system.ts'

interface Page {
  items: { id: string; action: string; tenant_id: string; position: number; actor_user_id: string }[]
  next_cursor: string | null
}

describe.each(databaseKinds)('the audit trail on %s', (database) => {
  let system: TestSystem
  let admin: Person
  let owner: Person
  let organization: string
  beforeAll(async () => {
    system = await openSystem(database)
    const [first, second] = [await signUp(system), await signUp(system)]
    await system.clientOf(identityContract).grantAdmin(system.contextFor(), { email: first.email })
    admin = await signedIn(first)
    owner = second
    organization = await made(owner)
    await owner.send('PATCH', `/api/v1/organizations/${organization}`, { body: { name: 'Second name' } })
    await system.settle()
  })
  afterAll(() => system.close())

  /** Roles are those of the sign-in. */
  const signedIn = async ({ email }: Person): Promise<Person> => {
    const reply = await send(system, 'POST', '/api/v1/auth/login', {
      body: { email, password: testPassword },
    })
    return personOf(system, { ...(reply.body as Parameters<typeof personOf>[1]), email })
  }
  const made = async (person: Person): Promise<string> => {
    const reply = await person.send('POST', '/api/v1/organizations', {
      body: { name: `Glasshouse ${newId()}` },
    })
    return (reply.body as { id: string }).id
  }
  const read = async (person: Person, path: string, tenant?: string) => {
    const headers = tenant === undefined ? {} : { 'x-organization-id': tenant }
    const { status, body } = await person.send('GET', `/api/v1${path}`, { headers })
    return { status, ...(body as Page) }
  }

  it('shows an administrator what was done, newest first, page by page and as asked for', async () => {
    const all = await read(admin, `/admin/audit/trail?tenant_kind=organization&tenant_id=${organization}`)
    expect(all.items.map(({ action, position }) => [action, position])).toEqual([
      ['identity.organization.renamed', 2],
      ['identity.organization.created', 1],
    ])
    const first = await read(admin, `/admin/audit/trail?tenant_id=${organization}&limit=1`)
    expect(first.items).toEqual(all.items.slice(0, 1))
    const second = await read(
      admin,
      `/admin/audit/trail?tenant_id=${organization}&limit=1&cursor=${first.next_cursor}`,
    )
    expect(second).toMatchObject({ items: all.items.slice(1), next_cursor: null })
    const renamed = await read(admin, `/admin/audit/trail?action=identity.organization.ren&limit=100`)
    expect(renamed.items).toEqual(all.items.slice(0, 1))
    const later = new Date(system.clock.now() + 60_000).toISOString()
    expect((await read(admin, `/admin/audit/trail?since=${later}`)).items).toEqual([])
    expect((await read(admin, `/admin/audit/trail?actor_user_id=${newId()}`)).items).toEqual([])
  })

  it('shows an organisation’s admins their own alone', async () => {
    const other = await made(owner)
    await system.settle()
    const mine = await read(owner, '/audit/trail', organization)
    expect(mine.items).toHaveLength(2)
    expect(new Set(mine.items.map((item) => item.tenant_id))).toEqual(new Set([organization]))
    expect((await read(owner, '/audit/trail?action=identity.organization.c', other)).items).toHaveLength(1)
  })

  it('is shown to nobody else', async () => {
    const stranger = await signUp(system)
    expect((await read(stranger, '/admin/audit/trail')).status).toBe(403)
    expect((await read(stranger, '/audit/trail', organization)).status).toBe(404)
    expect((await stranger.send('POST', '/api/v1/admin/audit/verify', { body: {} })).status).toBe(403)
  })

  it('is verified when an administrator asks', async () => {
    const reply = await admin.send('POST', '/api/v1/admin/audit/verify', { body: {} })
    expect(reply).toMatchObject({ status: 200, body: { intact: true, first_broken: [] } })
    await system.database.asOwner(
      `update privacy.audit_entries set action = 'x' where tenant_id = '${organization}' and position = 1`,
    )
    const after = await admin.send('POST', '/api/v1/admin/audit/verify', { body: {} })
    expect(after.body).toMatchObject({
      intact: false,
      first_broken: [{ tenant_id: organization, position: 1, problem: 'changed' }],
    })
  })
})
