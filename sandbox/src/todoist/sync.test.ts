import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postJson } from '../../test/start.ts'
import { isPlain, isRecurring, pick, startTodoist, type TodoistClient } from '../../test/todoist.ts'
import { isUncompletable } from './model.ts'

let todoist: TodoistClient
let token: string
beforeAll(async () => {
  todoist = await startTodoist()
})
beforeEach(async () => {
  await fetch(`${todoist.base}/reset`, { method: 'POST' })
  token = (await todoist.connect()).access_token
})
afterAll(async () => todoist.sandbox.close())

const close = (id: string, uuid = randomUUID()): { type: string; uuid: string; args: { id: string } } => ({
  type: 'item_close',
  uuid,
  args: { id },
})

describe('the accounts', () => {
  it('hold a lively one, arranged around today', async () => {
    const { items, projects } = await todoist.read(token, '*', ['items', 'projects'])
    const today = Temporal.Now.plainDateISO('Europe/Berlin').toString()
    const dates = items.flatMap(({ due }) => (due === null ? [] : [due.date.slice(0, 10)]))
    expect(items.length).toBeGreaterThanOrEqual(55)
    expect(projects.length).toBeGreaterThanOrEqual(6)
    expect(dates.filter((date) => date < today).length).toBeGreaterThan(5)
    expect(dates.filter((date) => date === today).length).toBeGreaterThan(5)
    expect(new Set(items.map(({ priority }) => priority))).toEqual(new Set([1, 2, 3, 4]))
    const kinds = [
      isUncompletable,
      isRecurring,
      ({ due }: (typeof items)[number]) => due === null,
      ({ due }: (typeof items)[number]) => due?.date.endsWith('Z') === true && due.timezone !== null,
      ({ due }: (typeof items)[number]) => due !== null && due.date.length === 19 && due.timezone === null,
      ({ deadline }: (typeof items)[number]) => deadline !== null,
      ({ duration }: (typeof items)[number]) => duration !== null,
      ({ section_id: section }: (typeof items)[number]) => section !== null,
      ({ parent_id: parent }: (typeof items)[number]) => parent !== null,
      ({ labels }: (typeof items)[number]) => labels.length > 0,
      ({ content }: (typeof items)[number]) => /\]\(https:/.test(content),
      ({ content }: (typeof items)[number]) => /\w{30}/u.test(content),
    ]
    for (const kind of kinds) expect(items.filter((item) => kind(item)).length).toBeGreaterThan(0)
  })

  it.each([
    ['empty', 0],
    ['full', 1000],
  ])('hold one that is %s, with %i tasks', async (auto, count) => {
    const pair = await todoist.connect(auto)
    expect((await todoist.read(pair.access_token)).items).toHaveLength(count)
  })
})

describe('a read', () => {
  it('is full at first and incremental after', async () => {
    const first = await todoist.read(token)
    expect([first.full_sync, typeof first.full_sync_date_utc]).toEqual([true, 'string'])
    const second = await todoist.read(token, first.sync_token)
    expect([second.full_sync, second.items]).toEqual([false, []])
    const { id } = pick(first.items, isPlain)
    await todoist.act('demo', id, 'update', { content: 'Something else' })
    const third = await todoist.read(token, second.sync_token)
    expect(third.items.map(({ content }) => content)).toEqual(['Something else'])
    expect((await todoist.read(token, third.sync_token)).items).toEqual([])
  })

  it('gives only the resources that were asked for', async () => {
    const { sync_token: since, ...projects } = await todoist.read(token, '*', ['projects'])
    expect(projects).toHaveProperty('projects')
    expect(projects).not.toHaveProperty('items')
    expect(projects).not.toHaveProperty('user')
    const all = await todoist.read(token, '*', ['all', '-items'])
    expect(all).toHaveProperty('user')
    expect(all).not.toHaveProperty('items')
    expect(await todoist.read(token, since, ['user'])).not.toHaveProperty('user')
  })

  it('carries a canary in user.token that opens nothing', async () => {
    const { user } = await todoist.read(token, '*', ['user'])
    expect(user?.['token']).toBe('canary-demo-never-keep-this-token')
    expect((await todoist.post(String(user?.['token']), { sync_token: '*' })).status).toBe(401)
  })

  it('takes a form with JSON inside', async () => {
    const response = await fetch(`${todoist.base}/api/v1/sync`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams({ sync_token: '*', resource_types: '["items"]' }),
    })
    expect(((await response.json()) as { items: unknown[] }).items.length).toBeGreaterThan(50)
  })

  it('shows what was completed and deleted once, as such, and leaves it out of a full one', async () => {
    const { items, sync_token: since } = await todoist.read(token)
    const [done, gone] = items
      .filter(isPlain)
      .filter(({ id }) => !items.some((item) => item.parent_id === id))
    await todoist.act('demo', done?.id ?? '', 'close')
    await todoist.act('demo', gone?.id ?? '', 'delete')
    const changes = (await todoist.read(token, since)).items
    expect(pick(changes, ({ id }) => id === done?.id)).toMatchObject({
      checked: true,
      completed_at: expect.stringMatching(/Z$/) as string,
    })
    expect(pick(changes, ({ id }) => id === gone?.id)).toMatchObject({ is_deleted: true })
    const full = (await todoist.read(token)).items.map(({ id }) => id)
    expect(full).not.toContain(done?.id)
    expect(full).not.toContain(gone?.id)
  })

  it('refuses an unknown sync token, or answers it in full, as the app is set', async () => {
    const other = await todoist.connect('wanda@example.net')
    const { sync_token: foreign } = await todoist.read(other.access_token)
    await todoist.read(token)
    for (const since of ['made-up', foreign]) {
      const response = await todoist.post(token, { sync_token: since, resource_types: ['items'] })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        error_code: 20,
        error_tag: 'INVALID_ARGUMENT_VALUE',
        error_extra: { argument: 'sync_token' },
      })
    }
    await postJson(`${todoist.base}/app`, { bad_sync_token: 'full' })
    expect((await todoist.read(token, 'made-up')).full_sync).toBe(true)
  })

  it.each([
    [{}, 'resource_types'],
    [{ resource_types: ['items'] }, 'sync_token'],
    [{ sync_token: '*', resource_types: 'items' }, 'resource_types'],
    [{ commands: [{ type: 'item_close' }] }, 'commands.0.uuid'],
  ])('names what is wrong in %o', async (body, argument) => {
    const response = await todoist.post(token, body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error_code: 20, error_extra: { argument } })
  })

  it('needs a token with the right scope', async () => {
    const reader = await todoist.connect('approve', 'data:read')
    expect((await todoist.read(reader.access_token)).full_sync).toBe(true)
    const response = await todoist.post(reader.access_token, { commands: [close('x')] })
    expect(response.status).toBe(403)
    const deletion = await todoist.post(token, { commands: [{ ...close('x'), type: 'item_delete' }] })
    expect(await deletion.json()).toMatchObject({ error_extra: { required_scope: 'data:delete' } })
  })
})

describe('commands', () => {
  it('are executed once for a uuid, however often they are sent', async () => {
    const { items } = await todoist.read(token)
    const recurring = pick(items, isRecurring)
    const command = close(recurring.id)
    const first = await todoist.command(token, command)
    const { items: after } = await todoist.read(token)
    const second = await todoist.command(token, command)
    const { items: again } = await todoist.read(token)
    const dueIn = (list: typeof items): unknown => pick(list, ({ id }) => id === recurring.id).due
    expect([first.sync_status, second.sync_status]).toEqual([
      { [command.uuid]: 'ok' },
      { [command.uuid]: 'ok' },
    ])
    expect(dueIn(after)).not.toEqual(recurring.due)
    expect(dueIn(again)).toEqual(dueIn(after))
  })

  it('item_close completes a task with its sub-tasks, and item_uncomplete brings it back', async () => {
    const { items, sync_token: since } = await todoist.read(token)
    const child = pick(items, ({ parent_id: parent }) => parent !== null)
    const parent = String(child.parent_id)
    await todoist.command(token, close(parent))
    const { items: changed, sync_token: then } = await todoist.read(token, since)
    const states = changed.map(({ id, checked }) => [id, checked])
    expect(states).toContainEqual([parent, true])
    expect(states).toContainEqual([child.id, true])
    await todoist.command(token, { ...close(child.id), type: 'item_uncomplete' })
    const reopened = (await todoist.read(token, then)).items
    expect(reopened.map(({ id, checked, completed_at: at }) => [id, checked, at])).toEqual(
      expect.arrayContaining([
        [parent, false, null],
        [child.id, false, null],
      ]),
    )
  })

  it('item_close moves a recurring task on; item_complete ends it', async () => {
    const { items } = await todoist.read(token)
    const recurring = pick(items, isRecurring)
    const answer = await todoist.post(token, {
      sync_token: (await todoist.read(token)).sync_token,
      resource_types: ['items'],
      commands: [close(recurring.id)],
    })
    const { items: moved } = (await answer.json()) as { items: typeof items }
    expect(moved).toMatchObject([{ id: recurring.id, checked: false, completed_at: null }])
    expect(moved[0]?.due?.date).not.toBe(recurring.due?.date)
    await todoist.command(token, { ...close(recurring.id), type: 'item_complete' })
    expect((await todoist.read(token)).items.map(({ id }) => id)).not.toContain(recurring.id)
  })

  it('add with a temporary id that later commands may name', async () => {
    const [add, child, update] = [randomUUID(), randomUUID(), randomUUID()]
    const answer = await todoist.command(
      token,
      {
        type: 'item_add',
        uuid: add,
        temp_id: 'tmp-1',
        args: { content: 'Parent', due: { string: 'tomorrow' } },
      },
      { type: 'item_add', uuid: child, temp_id: 'tmp-2', args: { content: 'Child', parent_id: 'tmp-1' } },
      { type: 'item_update', uuid: update, args: { id: 'tmp-2', priority: 4 } },
    )
    expect(Object.values(answer.sync_status)).toEqual(['ok', 'ok', 'ok'])
    const { items } = await todoist.read(token)
    const made = pick(items, ({ content }) => content === 'Child')
    expect(made).toMatchObject({
      id: answer.temp_id_mapping['tmp-2'],
      parent_id: answer.temp_id_mapping['tmp-1'],
      priority: 4,
    })
    const repeated = await todoist.command(token, {
      type: 'item_add',
      uuid: add,
      temp_id: 'tmp-1',
      args: { content: 'Parent' },
    })
    expect(repeated.temp_id_mapping).toEqual({ 'tmp-1': answer.temp_id_mapping['tmp-1'] })
  })

  it('item_move takes sub-tasks along, item_update leaves the rest as it is', async () => {
    const { items, projects } = await todoist.read(token, '*', ['items', 'projects'])
    const child = pick(items, ({ parent_id: parent }) => parent !== null)
    const target = projects.find(({ id }) => id !== child.project_id)
    await todoist.command(token, {
      type: 'item_move',
      uuid: randomUUID(),
      args: { id: child.parent_id, project_id: target?.id },
    })
    await todoist.command(token, {
      type: 'item_update',
      uuid: randomUUID(),
      args: { id: child.id, due: { date: '2031-02-03T04:05:06.000000Z' } },
    })
    const after = pick((await todoist.read(token)).items, ({ id }) => id === child.id)
    expect(after).toMatchObject({
      content: child.content,
      project_id: target?.id,
      due: { date: '2031-02-03T04:05:06Z', timezone: 'Europe/Berlin', is_recurring: false },
    })
  })

  it('item_delete deletes with sub-tasks', async () => {
    const eraser = await todoist.connect('approve', 'data:read_write,data:delete')
    const { items, sync_token: since } = await todoist.read(token)
    const child = pick(items, ({ parent_id: parent }) => parent !== null)
    await todoist.command(eraser.access_token, { ...close(String(child.parent_id)), type: 'item_delete' })
    const deleted = (await todoist.read(token, since)).items.filter((item) => item.is_deleted)
    expect(deleted.map(({ id }) => id)).toEqual(expect.arrayContaining([child.parent_id, child.id]))
  })

  it('fail one by one, inside HTTP 200, and may be tried again', async () => {
    const { items } = await todoist.read(token)
    const fine = close(pick(items, isPlain).id)
    const missing = close('6nowhere')
    const titled = close(pick(items, isUncompletable).id)
    const odd = { ...close('x'), type: 'item_explode' }
    const empty = { type: 'item_update', uuid: randomUUID(), args: { id: fine.args.id, priority: 7 } }
    const response = await todoist.post(token, { commands: [missing, titled, odd, empty, fine] })
    expect(response.status).toBe(200)
    const { sync_status: status } = (await response.json()) as { sync_status: Record<string, unknown> }
    expect(status[missing.uuid]).toMatchObject({ error_tag: 'NOT_FOUND', error_code: 478, http_code: 404 })
    expect(status[titled.uuid]).toMatchObject({ error_code: 20 })
    expect(status[odd.uuid]).toMatchObject({ error_extra: { argument: 'type' } })
    expect(status[empty.uuid]).toMatchObject({ error_extra: { argument: 'priority' } })
    expect(status[fine.uuid]).toBe('ok')
  })

  it('close nothing that cannot be completed, though it recurs', async () => {
    const uuid = randomUUID()
    const args = { content: '* Weekly heading', due: { string: 'every monday' } }
    const { temp_id_mapping: made } = await todoist.command(token, {
      type: 'item_add',
      uuid,
      temp_id: 't',
      args,
    })
    const command = close(String(made['t']))
    const { sync_status: status } = await todoist.command(token, command)
    expect(status[command.uuid]).toMatchObject({ error_code: 20 })
  })

  it('come at most a hundred at a time', async () => {
    const many = Array.from({ length: 101 }, () => close('x'))
    expect((await todoist.post(token, { commands: many })).status).toBe(400)
    expect((await todoist.post(token, { commands: many.slice(1) })).status).toBe(200)
  })
})

describe('limits', () => {
  it('allow 100 full syncs in 15 minutes of the clock, for each person', async () => {
    const other = await todoist.connect('empty')
    const { sync_token: since } = await todoist.read(token)
    for (let count = 1; count < 100; count += 1) await todoist.read(token, '*', ['projects'])
    await todoist.advance(100)
    const response = await todoist.post(token, { sync_token: '*', resource_types: ['items'] })
    expect(response.status).toBe(429)
    const body = (await response.json()) as { error_extra: { retry_after: number } }
    expect(body).toMatchObject({ error_code: 35, error_tag: 'LIMITS_REACHED', http_code: 429 })
    expect(body.error_extra.retry_after).toBeGreaterThan(700)
    expect((await todoist.read(token, since)).full_sync).toBe(false)
    expect((await todoist.read(other.access_token)).full_sync).toBe(true)
    await todoist.advance(body.error_extra.retry_after)
    expect((await todoist.read(token)).full_sync).toBe(true)
  })

  it('allow 1,000 incremental ones', async () => {
    const { sync_token: since } = await todoist.read(token)
    for (let batch = 0; batch < 20; batch += 1) {
      await Promise.all(Array.from({ length: 50 }, () => todoist.read(token, since, ['projects'])))
    }
    expect((await todoist.post(token, { sync_token: since, resource_types: ['items'] })).status).toBe(429)
    expect((await todoist.read(token)).full_sync).toBe(true)
  }, 120_000)

  it('allow a body of 1 MiB', async () => {
    const response = await todoist.post(token, { sync_token: '*', padding: 'x'.repeat(1024 * 1024) })
    expect([response.status, await response.json()]).toMatchObject([413, { error_tag: 'PAYLOAD_TOO_LARGE' }])
  })
})

describe('addresses of old', () => {
  it.each(['/rest/v2/tasks', '/sync/v9/sync'])('%s is gone, in plain text', async (path) => {
    const response = await fetch(todoist.base + path, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(410)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect((await postJson(todoist.base + path, {})).status).toBe(410)
  })
})
