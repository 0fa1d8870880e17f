import { afterAll, beforeAll, expect, it } from 'vitest'
import { postJson, startSandbox } from '../../test/start.ts'
import type { Sandbox } from '../server.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const at = (path: string): string => `${sandbox.url}/__name__${path}`
const redirectUri = 'http://localhost:3000/back'

async function authorize(auto?: string): Promise<Response> {
  const query = new URLSearchParams({
    client_id: 'triptych-sandbox',
    redirect_uri: redirectUri,
    state: 'state',
    ...(auto === undefined ? {} : { auto }),
  })
  return await fetch(at(`/oauth/authorize?${query.toString()}`), { redirect: 'manual' })
}
const post = (path: string, form: Record<string, string>) =>
  fetch(at(path), {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('triptych-sandbox:sandbox-__name__-client').toString('base64')}`,
    },
    body: new URLSearchParams(form),
  })
const backOf = (response: Response) => new URL(response.headers.get('location') ?? '').searchParams

it('asks the person, and takes their no', async () => {
  expect(await (await authorize()).text()).toContain('Allow')
  expect(backOf(await authorize('deny')).get('error')).toBe('access_denied')
})

it('gives access for a code, once, renews it with a token that rotates, and ends it', async () => {
  const code = backOf(await authorize('approve')).get('code') ?? ''
  const redeem = () =>
    post('/oauth/token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri })
  const first = (await (await redeem()).json()) as { access_token: string; refresh_token: string }
  expect((await redeem()).status).toBe(400)
  const renew = () =>
    post('/oauth/token', { grant_type: 'refresh_token', refresh_token: first.refresh_token })
  const second = (await (await renew()).json()) as typeof first
  expect((await renew()).status).toBe(400)

  const read = () => fetch(at('/api/tasks'), { headers: { authorization: `Bearer ${second.access_token}` } })
  expect((await read()).status).toBe(200)
  expect((await post('/oauth/revoke', { token: second.refresh_token })).status).toBe(200)
  expect((await read()).status).toBe(401)
})

it.each([
  ['unauthorized', 401],
  ['rate_limited', 429],
  ['server_error', 503],
  ['html', 200],
])('plays %s once', async (kind, status) => {
  await postJson(at('/faults'), { kind })
  const struck = await fetch(at('/api/tasks'))
  expect(struck.status).toBe(status)
  expect(await struck.text()).not.toContain('items')
})
