import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postJson } from '../../test/start.ts'
import { isPlain, pick, startTodoist, type TodoistClient } from '../../test/todoist.ts'

let todoist: TodoistClient
beforeAll(async () => {
  todoist = await startTodoist()
  await postJson(`${todoist.base}/webhooks`, { url: null })
})
afterAll(async () => todoist.sandbox.close())

const page = async (account: string): Promise<string> =>
  await (await fetch(`${todoist.base}?account=${account}`)).text()

describe('the page of an account', () => {
  it.each([
    ['demo', 'Lohnsteuerjahresausgleichsunterlagen'],
    ['empty', 'No tasks.'],
    ['full', 'and 35 more'],
  ])('%s shows its tasks', async (account, text) => {
    const markup = await page(account)
    expect(markup).toContain(text)
    expect(markup).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i)
  })

  it('tells that tokens are alive and never which', async () => {
    const pair = await todoist.connect()
    const shown = [
      await page('demo'),
      await (await fetch(`${todoist.base}/accounts`)).text(),
      await (await fetch(`${todoist.base}/webhooks`)).text(),
    ].join('')
    expect(shown).toContain('1 alive')
    for (const token of [pair.access_token, pair.refresh_token ?? '']) expect(shown).not.toContain(token)
  })

  it('is 404 for an account that nobody has', async () => {
    expect((await fetch(`${todoist.base}?account=nobody`)).status).toBe(404)
    expect((await todoist.act('nobody', 'x', 'close')).status).toBe(404)
    expect((await todoist.act('demo', 'x', 'close')).status).toBe(404)
    expect((await todoist.act('demo', 'x', 'explode')).status).toBe(404)
  })

  it('pokes by form and comes back', async () => {
    const { access_token: token } = await todoist.connect('empty')
    const { sync_token: since, projects } = await todoist.read(token, '*', ['items', 'projects'])
    const added = await fetch(`${todoist.base}/accounts/empty/tasks`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        project_id: projects[0]?.id ?? '',
        content: 'By form',
        due_string: 'every friday',
      }),
    })
    expect([added.status, added.headers.get('location')]).toEqual([
      303,
      '/todoist?account=empty%40example.com',
    ])
    const { items } = await todoist.read(token, since)
    expect(items).toMatchObject([{ content: 'By form', due: { is_recurring: true } }])
  })
})

describe('the routes for tests', () => {
  it('complete, reopen, postpone, move, update and delete as a person would', async () => {
    const { access_token: token } = await todoist.connect()
    const { items, projects } = await todoist.read(token, '*', ['items', 'projects'])
    const item = pick(items, isPlain)
    const target = projects.find(({ id }) => id !== item.project_id)
    const act = async (name: string, body?: object): Promise<unknown> =>
      await (await todoist.act('demo', item.id, name, body)).json()
    expect(await act('close')).toMatchObject({ checked: true })
    expect(await act('reopen')).toMatchObject({ checked: false, completed_at: null })
    expect(await act('postpone')).toMatchObject({ checked: false, due: { is_recurring: false } })
    expect(await act('move', { project_id: target?.id })).toMatchObject({ project_id: target?.id })
    expect(await act('update', { priority: 4 })).toMatchObject({ priority: 4 })
    expect(await act('delete')).toMatchObject({ is_deleted: true })
  })

  it('open an account, filled as asked', async () => {
    const response = await postJson(`${todoist.base}/accounts`, {
      email: 'olaf@example.net',
      filling: 'empty',
      time_zone: 'Pacific/Auckland',
    })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ key: 'olaf', tasks: 0, time_zone: 'Pacific/Auckland' })
  })

  it('say what is wrong with a switch', async () => {
    for (const [path, body] of [
      ['app', { mode: 'sideways' }],
      ['test/clock', { advance_seconds: -1 }],
      ['accounts', { email: 'nobody' }],
    ] as const) {
      expect((await postJson(`${todoist.base}/${path}`, body)).status).toBe(400)
    }
  })
})
