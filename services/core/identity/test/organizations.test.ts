import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, send, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootIdentity, codeOf, identityOf, mailTo, organizationOf, tokenTo, verified } from './system.ts'

describe.each(databaseKinds)('organisations on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootIdentity(database)
  })
  afterAll(() => system.close())

  const api = (path: string) => `/api/v1${path}`
  const invite = (owner: Person, organization: string, email: string, role = 'member') =>
    owner.send('POST', api(`/organizations/${organization}/invitations`), { body: { email, role } })
  const accept = (person: Person, token: string) =>
    person.send('POST', api(`/invitations/${token}/accept`), { body: {} })

  const details = async (token: string) => (await send(system, 'GET', api(`/invitations/${token}`))).body

  async function joined(owner: Person, organization: string, role = 'member'): Promise<Person> {
    const person = await verified(system)
    await invite(owner, organization, person.email, role)
    const reply = await accept(person, await tokenTo(system, 'organization_invitation', person.email))
    expect(reply.status).toBe(200)
    return person
  }

  it('lets only the invited, verified address accept, once', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner, 'Glasshouse')
    const email = `${newId()}@example.org`
    expect((await invite(owner, organization, email)).status).toBe(201)
    const mail = await mailTo(system, 'organization_invitation', email)
    expect(mail).toMatchObject({ to: email, variables: { organization: 'Glasshouse' } })
    const token = await tokenTo(system, 'organization_invitation', email)
    const thief = await verified(system)
    expect(codeOf(await accept(thief, token))).toBe('identity.invitation_not_yours')
    expect(await details(token)).toMatchObject({
      organization: { id: organization, name: 'Glasshouse' },
      email,
      role: 'member',
      state: 'open',
    })
    const invited = await signUp(system, email)
    expect(codeOf(await accept(invited, token))).toBe('identity.email_unverified')
    const verify = await tokenTo(system, 'verify_email', email)
    await send(system, 'POST', api('/auth/verify-email'), { body: { token: verify } })
    const replies = await Promise.all([accept(invited, token), accept(invited, token)])
    expect(replies.map((reply) => reply.status).sort((a, b) => a - b)).toEqual([200, 404])
    expect(await details(token)).toMatchObject({ state: 'accepted' })
    expect((await invited.send('GET', api('/me'))).body).toMatchObject({
      organizations: [{ id: organization, name: 'Glasshouse', role: 'member' }],
    })
  })

  it('ends an invitation that is taken back, replaced or too old', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const person = await verified(system)
    const first = (await invite(owner, organization, person.email)).body as { id: string }
    const old = await tokenTo(system, 'organization_invitation', person.email)
    await invite(owner, organization, person.email)
    const token = await tokenTo(system, 'organization_invitation', person.email)
    expect(token).not.toBe(old)
    expect((await accept(person, old)).status).toBe(404)
    expect(await details(old)).toMatchObject({ state: 'replaced' })
    const path = api(`/organizations/${organization}/invitations`)
    expect((await owner.send('DELETE', `${path}/${first.id}`)).status).toBe(404)
    const list = (await owner.send('GET', path)).body as { items: { id: string }[] }
    expect(list.items).toHaveLength(1)
    expect((await owner.send('DELETE', `${path}/${list.items[0]?.id}`)).status).toBe(204)
    expect((await accept(person, token)).status).toBe(404)
    expect(await details(token)).toMatchObject({ state: 'withdrawn' })
    expect(codeOf(await send(system, 'GET', api('/invitations/unknown')))).toBe(
      'identity.invitation_not_found',
    )
  })

  it('leads from the link in the mail to the console, with the token out of sight of servers', async () => {
    const reply = await fetch(`${system.baseUrl}${api('/invitations/a_token')}`, {
      redirect: 'manual',
      headers: { accept: 'text/html,*/*' },
    })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/console/invitation#a_token'])
  })

  it('keeps roles apart: members look, admins manage members, owners everything', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const admin = await joined(owner, organization, 'admin')
    const member = await joined(owner, organization)
    const members = api(`/organizations/${organization}/members`)
    const setRole = (actor: Person, target: Person, role: string) =>
      actor.send('PATCH', `${members}/${target.userId}`, { body: { role } })
    expect((await member.send('GET', members)).body).toMatchObject({ next_cursor: null })
    expect((await setRole(member, member, 'owner')).status).toBe(403)
    expect((await setRole(admin, admin, 'owner')).status).toBe(403)
    expect((await setRole(admin, owner, 'member')).status).toBe(403)
    expect((await admin.send('DELETE', `${members}/${owner.userId}`)).status).toBe(403)
    expect((await invite(member, organization, 'kim@example.org')).status).toBe(403)
    expect((await setRole(admin, member, 'admin')).body).toMatchObject({ role: 'admin' })
    expect((await setRole(owner, member, 'owner')).body).toMatchObject({ role: 'owner' })
  })

  it('gives nobody who was removed and comes again the programs of before', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const member = await joined(owner, organization, 'admin')
    const body = { name: 'Build', scopes: ['memory:read'], organization_id: organization }
    const made = await member.send('POST', api('/auth/tokens'), { body })
    const { token } = made.body as { token: string }
    const program = async () =>
      (await send(system, 'GET', api('/me'), { headers: { authorization: `Bearer ${token}` } })).status
    expect(await program()).not.toBe(401)
    expect(
      (await owner.send('DELETE', api(`/organizations/${organization}/members/${member.userId}`))).status,
    ).toBe(204)
    expect(await program()).toBe(401)
    await invite(owner, organization, member.email)
    await accept(member, await tokenTo(system, 'organization_invitation', member.email))
    expect(await program()).toBe(401)
  })

  it('never leaves an organisation without an owner, also when two owners leave at once', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const members = api(`/organizations/${organization}/members`)
    expect(codeOf(await owner.send('DELETE', `${members}/${owner.userId}`))).toBe('identity.last_owner')
    expect(
      codeOf(await owner.send('PATCH', `${members}/${owner.userId}`, { body: { role: 'member' } })),
    ).toBe('identity.last_owner')
    const second = await joined(owner, organization)
    await owner.send('PATCH', `${members}/${second.userId}`, { body: { role: 'owner' } })
    const replies = await Promise.all([
      owner.send('DELETE', `${members}/${owner.userId}`),
      second.send('DELETE', `${members}/${second.userId}`),
    ])
    expect(replies.map((reply) => reply.status).sort((a, b) => a - b)).toEqual([204, 409])
  })

  it('answers for a foreign organisation as for one that does not exist', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const stranger = await verified(system)
    for (const path of ['members', 'invitations', 'teams']) {
      const [foreign, missing] = await Promise.all(
        [organization, newId()].map((id) => stranger.send('GET', api(`/organizations/${id}/${path}`))),
      )
      expect(foreign?.status).toBe(404)
      expect(codeOf(foreign ?? { body: {} })).toBe(codeOf(missing ?? { body: {} }))
    }
    const rename = await stranger.send('PATCH', api(`/organizations/${organization}`), {
      body: { name: 'X' },
    })
    expect(rename.status).toBe(404)
  })

  it('has teams of members, which who leaves the organisation leaves too', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const member = await joined(owner, organization)
    const teams = api(`/organizations/${organization}/teams`)
    const team = (await owner.send('POST', teams, { body: { name: 'Panel' } })).body as { id: string }
    const same = await owner.send('POST', teams, { body: { name: 'PANEL' } })
    expect(codeOf(same)).toBe('identity.team_name_taken')
    const put = (userId: string, actor = owner) =>
      actor.send('PUT', `${teams}/${team.id}/members/${userId}`, { body: {} })
    expect((await put(member.userId, member)).status).toBe(403)
    expect((await put(member.userId)).status).toBe(204)
    expect((await put(member.userId)).status).toBe(204)
    expect(codeOf(await put((await signUp(system)).userId))).toBe('identity.member_not_found')
    const of = { user_id: member.userId, organization_id: organization }
    const teamsOf = () => identityOf(system).listTeamsOf(system.contextFor(), of)
    expect((await teamsOf()).items).toEqual([{ id: team.id, name: 'Panel' }])
    await owner.send('DELETE', api(`/organizations/${organization}/members/${member.userId}`))
    expect((await teamsOf()).items).toEqual([])
    expect(((await owner.send('GET', teams)).body as { items: object[] }).items[0]).toMatchObject({
      members: [],
    })
  })

  it('lets admins rename and delete a team, within the organisation alone', async () => {
    const owner = await verified(system)
    const organization = await organizationOf(owner)
    const member = await joined(owner, organization)
    const teams = api(`/organizations/${organization}/teams`)
    const create = async (name: string) =>
      ((await owner.send('POST', teams, { body: { name } })).body as { id: string }).id
    const [panel, hinge] = [await create('Panel'), await create('Hinge')]
    const rename = (id: string, name: string, actor = owner) =>
      actor.send('PATCH', `${teams}/${id}`, { body: { name } })
    expect((await rename(panel, 'Pane', member)).status).toBe(403)
    expect(codeOf(await rename(panel, 'HINGE'))).toBe('identity.team_name_taken')
    expect((await rename(panel, 'Pane')).status).toBe(204)
    await owner.send('PUT', `${teams}/${hinge}/members/${member.userId}`, { body: {} })
    const elsewhere = api(`/organizations/${await organizationOf(owner)}/teams/${hinge}`)
    expect(codeOf(await owner.send('DELETE', elsewhere))).toBe('identity.team_not_found')
    expect((await member.send('DELETE', `${teams}/${hinge}`)).status).toBe(403)
    expect((await owner.send('DELETE', `${teams}/${hinge}`)).status).toBe(204)
    expect((await owner.send('GET', teams)).body).toMatchObject({ items: [{ id: panel, name: 'Pane' }] })
    expect(codeOf(await rename(hinge, 'Again'))).toBe('identity.team_not_found')
  })

  it('finds the organisation a call acts in, and hides the others', async () => {
    const person = await verified(system)
    const resolve = (organization_id?: string) =>
      identityOf(system).resolveTenant(system.contextFor(), {
        user_id: person.userId,
        ...(organization_id === undefined ? {} : { organization_id }),
      })
    await expect(resolve()).rejects.toMatchObject({ code: 'identity.organization_required' })
    const first = await organizationOf(person)
    expect(await resolve()).toEqual({ organization_id: first, role: 'owner' })
    const second = await organizationOf(person)
    await expect(resolve()).rejects.toMatchObject({ code: 'identity.organization_required' })
    expect(await resolve(second)).toEqual({ organization_id: second, role: 'owner' })
    const foreign = await organizationOf(await verified(system))
    for (const id of [foreign, newId()])
      await expect(resolve(id)).rejects.toMatchObject({ code: 'identity.organization_not_found' })
  })
})
