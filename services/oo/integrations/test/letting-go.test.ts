import { createHmac } from 'node:crypto'
import { newId } from '@triptych/kernel'
import { databaseKinds, send } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connected, integrations, openScene, type SandboxTask, type Scene } from './system.ts'

const day = 86_400
const revokePath = '/api/v1/revoke'

describe.each(databaseKinds)('letting go on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  const leave = (person: Connected) => person.send('DELETE', '/api/v1/connectors/todoist')
  const rowsOf = async (table: string, person: Connected): Promise<number> =>
    (
      await scene.system.database.asOwner(
        `select from integrations.${table} where user_id = '${person.userId}'`,
      )
    ).length

  it('ends at once, says that the access is still being taken back, and then that it is', async () => {
    const person = await scene.connected('empty')
    scene.gate.answerInstead({ [revokePath]: 503 })
    expect((await leave(person)).body).toMatchObject({ status: 'disconnected' })
    expect(await rowsOf('credentials', person)).toBe(0)
    await scene.work()
    await scene.advance(3 * 3_600)
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({ disconnection: { state: 'pending' } })
    scene.gate.answerInstead({})
    await scene.advance(60)
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({ disconnection: { state: 'revoked' } })
    expect(
      await scene.system.database.asOwner('select from integrations.revocations where sealed is not null'),
    ).toEqual([])
  })

  it('gives up after seven days and wipes the secret, also when its job is lost', async () => {
    const person = await scene.connected('empty')
    scene.gate.answerInstead({ [revokePath]: 503 })
    await leave(person)
    await scene.work()
    await scene.advance(7 * day - 60)
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({ disconnection: { state: 'pending' } })
    await scene.advance(120)
    await scene.work()
    scene.gate.answerInstead({})
    expect(await scene.standing(person)).toMatchObject({ disconnection: { state: 'given_up' } })
    expect(
      await scene.system.database.asOwner('select from integrations.revocations where sealed is not null'),
    ).toEqual([])
  })

  it('falls back on the older form only where the newer is gone', async () => {
    const older = '/api/v1/access_tokens'
    const person = await scene.connected('empty')
    const before = scene.gate.count(older)
    scene.gate.answerInstead({ [revokePath]: 503 })
    await leave(person)
    await scene.work()
    expect(scene.gate.count(older)).toBe(before)
    scene.gate.answerInstead({ [revokePath]: 410 })
    await scene.advance(60)
    await scene.work()
    scene.gate.answerInstead({})
    expect(scene.gate.count(older)).toBeGreaterThan(before)
    expect(await scene.standing(person)).toMatchObject({ disconnection: { state: 'revoked' } })
  })

  it('ends with the consent', async () => {
    // The circuit that an earlier test opened closes again.
    await scene.advance(60)
    const person = await scene.connected('empty')
    const consents = (await person.send('GET', '/api/v1/consents')).body as {
      items: { id: string; connector: string | null }[]
    }
    const consent = consents.items.find(({ connector }) => connector === 'todoist')
    expect((await person.send('DELETE', `/api/v1/consents/${consent?.id}`)).status).toBeLessThan(300)
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({
      status: 'disconnected',
      disconnection: { state: 'revoked' },
    })
  })

  it('keeps what was derived as long as the person chose, and no longer', async () => {
    const person = await scene.connected()
    expect(await rowsOf('tasks', person)).toBeGreaterThan(0)
    await leave(person)
    await scene.advance(29 * day)
    const retain = async () => {
      const [job] = await scene.system.database.asOwner(
        `select 1 from jobs.job_common where name = 'integrations.retain'`,
      )
      expect(job).toBeDefined()
      await scene.work()
    }
    await retain()
    expect(await rowsOf('tasks', person)).toBeGreaterThan(0)
    await scene.advance(2 * day)
    await retain()
    expect([await rowsOf('tasks', person), await rowsOf('projects', person)]).toEqual([0, 0])
  })

  it('leaves nothing of an erased person, while their access is still being taken back', async () => {
    const person = await scene.connected()
    scene.gate.answerInstead({ [revokePath]: 503 })
    expect((await person.send('DELETE', '/api/v1/me')).status).toBe(202)
    await scene.work()
    for (const table of ['connections', 'credentials', 'tasks', 'projects', 'commands', 'disconnections']) {
      expect({ table, rows: await rowsOf(table, person) }).toEqual({ table, rows: 0 })
    }
    const [pending] = await scene.system.database.asOwner(
      `select * from integrations.revocations where state = 'pending' and sealed is not null`,
    )
    expect(JSON.stringify(pending)).not.toContain(person.userId)
    scene.gate.answerInstead({})
    await scene.advance(60)
    await scene.work()
    const account = (await scene.todoist('GET', `/accounts/${person.account}`)) as { tokens_alive: object }
    expect(account.tokens_alive).toMatchObject({ access: 0, refresh: 0 })
  })

  it('lets nobody finish what another began, and nothing twice', async () => {
    const [ada, ben] = [await scene.person(), await scene.person()]
    const begun = await ada.send('POST', '/api/v1/connectors/todoist/connect', { body: {} })
    const { redirect_url: address } = begun.body as { redirect_url: string }
    const consent = await fetch(`${address}&auto=approve`, { redirect: 'manual' })
    const { search } = new URL(consent.headers.get('location') ?? '')
    const finish = `/api/v1/connectors/todoist/callback${search}`
    expect((await ben.send('GET', finish)).body).toMatchObject({ code: 'integrations.state_invalid' })
    expect((await ada.send('GET', finish)).status).toBe(200)
    expect((await ada.send('GET', finish)).body).toMatchObject({ code: 'integrations.state_invalid' })
  })

  it('counts a webhook once, whoever sends it, and reads what it is about', async () => {
    const person = await scene.connected()
    const { user_id: account } = (await scene.todoist('GET', `/accounts/${person.account}`)) as {
      user_id: string
    }
    await scene.todoist('POST', `/accounts/${person.account}/tasks`, { content: 'Mend the kite' })
    const raw = JSON.stringify({ user_id: account, event_name: 'item:added' })
    const sign = (secret: string) => createHmac('sha256', secret).update(raw).digest('base64')
    const deliver = (id: string, signature: string) =>
      send(scene.system, 'POST', '/api/v1/webhooks/todoist', {
        raw,
        headers: { 'x-todoist-hmac-sha256': signature, 'x-todoist-delivery-id': id },
      })
    const id = newId()
    expect((await deliver(id, sign('another secret'))).status).toBe(401)
    expect((await deliver(id, sign('sandbox-todoist-client'))).body).toEqual({ accepted: true })
    expect((await deliver(id, sign('sandbox-todoist-client'))).body).toEqual({ accepted: false })
    await scene.work()
    const added = await scene.system.database.asOwner(
      `select from integrations.tasks where user_id = '${person.userId}' and not is_deleted`,
    )
    const there = (await scene.todoist('GET', `/accounts/${person.account}/tasks`)) as {
      items: SandboxTask[]
    }
    expect(added).toHaveLength(
      there.items.filter(({ checked, is_deleted: gone }) => !checked && !gone).length,
    )
  })

  it('keeps no token, no user.token and no word of a task in any row or line', async () => {
    const person = await scene.connected()
    await scene.todoist('POST', `/accounts/${person.account}/tasks`, { content: 'Repaint the zeppelin' })
    await person.send('POST', '/api/v1/connectors/todoist/sync')
    await scene.work()
    const tables = await scene.system.database.asOwner<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const kept: string[] = [...scene.logs]
    for (const { name } of tables) {
      const rows = await scene.system.database.asOwner<{ row: string }>(
        `select t::text as row from ${name} t`,
      )
      kept.push(...rows.map(({ row }) => row))
    }
    const all = kept.join('\n')
    for (const needle of ['canary-', 'zeppelin', 'refresh_token', Buffer.from('zeppelin').toString('hex')]) {
      expect({ needle, found: all.includes(needle) }).toEqual({ needle, found: false })
    }
    const client = integrations(scene.system)
    const context = scene.system.contextFor(person.userId)
    const { items } = await client.listOpenTasks(context, { user_id: person.userId })
    expect(items.length).toBeGreaterThan(0)
  })
})
