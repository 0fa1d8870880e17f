import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRecordingClock } from '../../test/start.ts'
import {
  clientId,
  isPlain,
  isRecurring,
  pick,
  startTodoist,
  type Pair,
  type Task,
  type TodoistClient,
} from '../../test/todoist.ts'

const clock = createRecordingClock()
let todoist: TodoistClient
let pair: Pair
beforeAll(async () => {
  todoist = await startTodoist({}, { clock })
})
beforeEach(async () => {
  await fetch(`${todoist.base}/reset`, { method: 'POST' })
  await fetch(`${todoist.base}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"url":null}',
  })
  clock.waits.length = 0
  pair = await todoist.connect()
})
afterAll(async () => todoist.sandbox.close())

const everything = { sync_token: '*', resource_types: ['items'] }
const sync = async (): Promise<Response> => await todoist.post(pair.access_token, everything)
const close = (id: string): Task => ({ type: 'item_close', uuid: randomUUID(), args: { id } })

describe('sync', () => {
  it.each([
    ['limits_reached', { retry_after: 7 }, 429, { error_code: 35, error_extra: { retry_after: 7 } }],
    ['unauthorized', {}, 401, { error_code: 477, error_tag: 'UNAUTHORIZED' }],
  ])('%s', async (kind, options, status, body) => {
    await todoist.fault(kind, options)
    const response = await sync()
    expect([response.status, await response.json()]).toMatchObject([status, body])
    expect((await sync()).status).toBe(200)
  })

  it.each([
    ['gone', {}, 410, 'text/plain'],
    ['server_error', { status: 500 }, 500, 'text/plain'],
    ['server_error', {}, 503, 'text/plain'],
    ['html_body', {}, 502, 'text/html'],
    ['html_body', { status: 429 }, 429, 'text/html'],
  ])('%s %o', async (kind, options, status, type) => {
    await todoist.fault(kind, options)
    const response = await sync()
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining(type),
    ])
  })

  it('slow, and a 504 after 15 s', async () => {
    await todoist.fault('slow', { delay_ms: 9000 })
    expect((await sync()).status).toBe(200)
    await todoist.fault('slow', { delay_ms: 20_000 })
    expect((await sync()).status).toBe(504)
    expect(clock.waits).toEqual([9000, 15_000])
  })

  it('cut_connection', async () => {
    await todoist.fault('cut_connection')
    await expect(sync()).rejects.toThrow()
    expect((await sync()).status).toBe(200)
  })

  it('bad_sync_token, bad_sync_token_full and full_sync', async () => {
    const { sync_token: since } = await todoist.read(pair.access_token)
    await todoist.fault('bad_sync_token')
    const refused = await todoist.post(pair.access_token, { ...everything, sync_token: since })
    expect(refused.status).toBe(400)
    for (const kind of ['bad_sync_token_full', 'full_sync']) {
      await todoist.fault(kind)
      const answer = await todoist.read(pair.access_token, since)
      expect([answer.full_sync, answer.items.length > 50]).toEqual([true, true])
    }
    expect((await todoist.read(pair.access_token, since)).full_sync).toBe(false)
  })

  it('command_error: inside 200, nothing is executed, and the same uuid may be sent again', async () => {
    const { items, sync_token: since } = await todoist.read(pair.access_token)
    const command = close(pick(items, isPlain).id)
    await todoist.fault('command_error', { tag: 'LIMITS_REACHED', retry_after: 5 })
    const failed = await todoist.command(pair.access_token, command)
    expect(failed.sync_status[command.uuid]).toMatchObject({
      error_code: 35,
      error_extra: { retry_after: 5 },
    })
    expect((await todoist.read(pair.access_token, since)).items).toEqual([])
    expect((await todoist.command(pair.access_token, command)).sync_status).toEqual({ [command.uuid]: 'ok' })
  })

  it('answer_lost: executed once, though the answer never came', async () => {
    const { items, sync_token: since } = await todoist.read(pair.access_token)
    const command = close(pick(items, isRecurring).id)
    await todoist.fault('answer_lost')
    await expect(todoist.command(pair.access_token, command)).rejects.toThrow()
    const { items: once } = await todoist.read(pair.access_token, since)
    expect(once).toHaveLength(1)
    await todoist.command(pair.access_token, command)
    expect((await todoist.read(pair.access_token, since)).items).toEqual(once)
  })

  it('strikes only the account that is named', async () => {
    const other = await todoist.connect('empty')
    await todoist.fault('unauthorized', { account: 'empty@example.com' })
    expect((await sync()).status).toBe(200)
    expect((await todoist.post(other.access_token, everything)).status).toBe(401)
  })
})

describe('between two calls', () => {
  it('item_deleted: the task that is closed next is gone', async () => {
    const { items } = await todoist.read(pair.access_token)
    const command = close(pick(items, isPlain).id)
    await todoist.fault('item_deleted')
    const { sync_status: status } = await todoist.command(pair.access_token, command)
    expect(status[command.uuid]).toMatchObject({ error_tag: 'NOT_FOUND' })
  })

  it('item_moved: the task named is in another project', async () => {
    const { items, sync_token: since } = await todoist.read(pair.access_token)
    const item = pick(items, isPlain)
    await todoist.fault('item_moved', { task: item.id })
    const moved = pick((await todoist.read(pair.access_token, since)).items, ({ id }) => id === item.id)
    expect(moved.project_id).not.toBe(item.project_id)
  })

  it('recurring_postponed: a date moves, and nothing is completed', async () => {
    const { items, sync_token: since } = await todoist.read(pair.access_token)
    await todoist.fault('recurring_postponed')
    const [postponed, ...others] = (await todoist.read(pair.access_token, since)).items
    const before = pick(items, ({ id }) => id === postponed?.id)
    expect(others).toEqual([])
    expect(postponed).toMatchObject({ checked: false, completed_at: null, due: { is_recurring: true } })
    expect(postponed?.due?.date).not.toBe(before.due?.date)
  })
})

describe('authorize', () => {
  const asked = { client_id: clientId, scope: 'data:read', state: 'mine', auto: 'approve' }
  it.each([
    ['denied', { error: 'access_denied', state: 'mine' }],
    ['invalid_application_status', { error: 'invalid_application_status', state: 'mine' }],
    ['wrong_state', { code: expect.any(String) as string, state: 'another-state' }],
  ])('%s', async (kind, expected) => {
    await todoist.fault(kind)
    const url = await todoist.authorize(asked)
    expect(Object.fromEntries(url.searchParams)).toEqual(expected)
  })
})

describe('tokens', () => {
  it('token_error, with any status', async () => {
    await todoist.fault('token_error', { error: 'incorrect_application_credentials', status: 401 })
    const response = await todoist.token({ code: 'any' })
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: 'incorrect_application_credentials' },
    ])
  })

  it('invalid_grant leaves the tokens as they are', async () => {
    await todoist.fault('invalid_grant')
    expect((await todoist.refresh(pair.refresh_token)).status).toBe(400)
    expect((await todoist.refresh(pair.refresh_token)).status).toBe(200)
  })

  it('refresh_reused revokes everything', async () => {
    await todoist.fault('refresh_reused')
    const response = await todoist.refresh(pair.refresh_token)
    expect(await response.json()).toEqual({ error: 'invalid_grant' })
    expect(await todoist.alive()).toMatchObject({ access: 0, refresh: 0 })
  })

  it('refresh_answer_lost: rotated, and the grace still gives the access token', async () => {
    await todoist.fault('refresh_answer_lost')
    await expect(todoist.refresh(pair.refresh_token)).rejects.toThrow()
    const again = (await (await todoist.refresh(pair.refresh_token)).json()) as Pair
    expect(again).not.toHaveProperty('refresh_token')
    expect((await todoist.read(again.access_token)).full_sync).toBe(true)
  })

  it('revoke_fails and revokes nothing, in both forms', async () => {
    await todoist.fault('revoke_fails', { times: 2, status: 500 })
    expect((await todoist.revoke(pair.access_token)).status).toBe(500)
    const old = await fetch(`${todoist.base}/api/v1/access_tokens?access_token=x`, { method: 'DELETE' })
    expect(old.status).toBe(500)
    expect(await todoist.alive()).toMatchObject({ access: 1, refresh: 1 })
    expect((await todoist.revoke(pair.access_token)).status).toBe(200)
  })

  it.each(['authorize', 'token', 'revoke'])('faults of the transport strike %s, too', async (at) => {
    await todoist.fault('server_error', { at, times: 'always' })
    const statuses = {
      authorize: async () => (await fetch(`${todoist.base}/oauth/authorize`)).status,
      token: async () => (await todoist.refresh(pair.refresh_token)).status,
      revoke: async () => (await todoist.revoke(pair.access_token)).status,
    }
    const struck = await Promise.all(
      Object.entries(statuses).map(async ([place, ask]) => [place, (await ask()) === 503]),
    )
    expect(Object.fromEntries(struck)).toEqual({
      authorize: at === 'authorize',
      token: at === 'token',
      revoke: at === 'revoke',
    })
    expect((await todoist.post('x', everything)).status).toBe(401)
  })
})
