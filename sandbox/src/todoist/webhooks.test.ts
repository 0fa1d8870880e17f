import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { postJson } from '../../test/start.ts'
import {
  clientSecret,
  isPlain,
  isRecurring,
  pick,
  startCallback,
  startTodoist,
  type Call,
  type TodoistClient,
} from '../../test/todoist.ts'
import type { Item } from './model.ts'
import type { Delivery } from './webhooks.ts'

let todoist: TodoistClient
let callback: Awaited<ReturnType<typeof startCallback>>
let items: Item[]
beforeAll(async () => {
  todoist = await startTodoist()
})
beforeEach(async () => {
  await fetch(`${todoist.base}/reset`, { method: 'POST' })
  callback = await startCallback()
  await postJson(`${todoist.base}/webhooks`, { url: callback.url })
  const { access_token: token } = await todoist.connect()
  items = (await todoist.read(token)).items
})
afterEach(async () => callback.close())
afterAll(async () => todoist.sandbox.close())

const leaf = (): Item =>
  pick(items, (item) => isPlain(item) && !items.some(({ parent_id: parent }) => parent === item.id))

/** What has arrived; moving the clock waits for all that is under way. */
async function received(): Promise<Call[]> {
  await todoist.advance(0)
  return callback.calls
}

async function deliveries(): Promise<Delivery[]> {
  const response = await fetch(`${todoist.base}/webhooks`)
  return ((await response.json()) as { deliveries: Delivery[] }).deliveries
}

it('are signed over the raw body with the secret of the app', async () => {
  const { id } = leaf()
  await todoist.act('demo', id, 'close')
  const [call] = await received()
  const expected = createHmac('sha256', clientSecret)
    .update(call?.body ?? '')
    .digest('base64')
  expect(call?.headers['x-todoist-hmac-sha256']).toBe(expected)
  expect(call?.headers['user-agent']).toBe('Todoist-Webhooks')
  expect(call?.headers['x-todoist-delivery-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(call?.event).toMatchObject({
    event_name: 'item:completed',
    event_data: { id, checked: true },
    version: '10',
  })
})

it('tell a completion of a recurring task from its postponement', async () => {
  const [first, second] = items.filter(isRecurring)
  await todoist.act('demo', first?.id ?? '', 'close')
  await todoist.act('demo', second?.id ?? '', 'postpone')
  const calls = await received()
  expect(calls.map(({ event }) => [event.event_name, event.event_data_extra?.update_intent])).toEqual([
    ['item:updated', 'item_completed'],
    ['item:updated', 'item_updated'],
  ])
  expect(calls[1]?.event.event_data_extra?.old_item.due).toEqual(second?.due)
  expect(calls[1]?.event.event_data).toMatchObject({ checked: false, completed_at: null })
})

it('come for every change, from the app as from a person', async () => {
  const { access_token: token } = await todoist.connect()
  const { id } = leaf()
  await postJson(`${todoist.base}/accounts/demo/tasks`, { content: 'New', due_string: 'today' })
  await todoist.command(token, { type: 'item_close', uuid: 'one', args: { id } })
  await todoist.act('demo', id, 'reopen')
  await todoist.act('demo', id, 'delete')
  const calls = await received()
  expect(calls.map(({ event }) => event.event_name)).toEqual([
    'item:added',
    'item:completed',
    'item:uncompleted',
    'item:deleted',
  ])
})

it('come only for people who have connected', async () => {
  await postJson(`${todoist.base}/accounts/empty/tasks`, { content: 'Unseen' })
  await postJson(`${todoist.base}/accounts/demo/disconnect`, {})
  await todoist.act('demo', leaf().id, 'close')
  expect([await received(), await deliveries()]).toEqual([[], []])
})

it('are tried again after 15 minutes with the same id, three times at most', async () => {
  callback.status = 500
  await todoist.act('demo', leaf().id, 'close')
  await received()
  await todoist.advance(600)
  expect(callback.calls).toHaveLength(1)
  await todoist.advance(300)
  expect(callback.calls).toHaveLength(2)
  await todoist.advance(7200)
  expect(callback.calls).toHaveLength(4)
  expect(new Set(callback.calls.map(({ headers }) => headers['x-todoist-delivery-id'])).size).toBe(1)
  expect(await deliveries()).toMatchObject([{ state: 'given_up', attempts: 4, status: 500 }])
})

it('are delivered only by a 200', async () => {
  callback.status = 204
  await todoist.act('demo', leaf().id, 'close')
  await received()
  callback.status = 200
  await todoist.advance(900)
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }])
})

it('can be duplicated, with one id', async () => {
  await todoist.fault('webhook_duplicate')
  await todoist.act('demo', leaf().id, 'close')
  const calls = await received()
  expect(calls[0]?.headers['x-todoist-delivery-id']).toBe(calls[1]?.headers['x-todoist-delivery-id'])
})

it('can be reordered', async () => {
  await todoist.fault('webhook_reorder')
  const { id } = leaf()
  await todoist.act('demo', id, 'close')
  await todoist.act('demo', id, 'reopen')
  const calls = await received()
  expect(calls.map(({ event }) => event.event_name)).toEqual(['item:uncompleted', 'item:completed'])
})

it('can be late', async () => {
  await todoist.fault('webhook_delay', { delay_ms: 600_000 })
  await todoist.act('demo', leaf().id, 'close')
  await todoist.advance(300)
  expect(callback.calls).toHaveLength(0)
  await todoist.advance(300)
  expect(callback.calls).toHaveLength(1)
})

it('can be lost', async () => {
  await todoist.fault('webhook_lost')
  await todoist.act('demo', leaf().id, 'close')
  await todoist.advance(7200)
  expect(callback.calls).toEqual([])
  expect(await deliveries()).toMatchObject([{ state: 'lost', attempts: 0 }])
})

it('can be forged', async () => {
  await todoist.fault('webhook_bad_signature')
  await todoist.act('demo', leaf().id, 'close')
  const [call] = await received()
  const right = createHmac('sha256', clientSecret)
    .update(call?.body ?? '')
    .digest('base64')
  expect(call?.headers['x-todoist-hmac-sha256']).not.toBe(right)
})

it('go to this machine only', async () => {
  const response = await postJson(`${todoist.base}/webhooks`, { url: 'https://elsewhere.example/hook' })
  expect(response.status).toBe(400)
  await postJson(`${todoist.base}/webhooks`, { url: null })
  await todoist.act('demo', leaf().id, 'close')
  expect(await received()).toEqual([])
})
