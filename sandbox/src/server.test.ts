import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOptions } from './main.ts'
import * as providers from './providers.ts'
import type { Sandbox } from './server.ts'
import { createSandbox } from './server.ts'
import { postJson, startSandbox } from '../test/start.ts'

const names = Object.keys(providers)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(async () => sandbox.close())

/** `fetch` sets Host itself, so this goes one level lower. */
async function statusWith(headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    request(`${sandbox.url}/health`, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the door', () => {
  it('opens only with SANDBOX=on', async () => {
    await expect(createSandbox({ sandbox: undefined, port: 0 })).rejects.toThrow('SANDBOX=on')
    await expect(createSandbox({ sandbox: 'true', port: 0 })).rejects.toThrow('SANDBOX=on')
  })

  it('binds loopback only', async () => {
    await expect(createSandbox({ sandbox: 'on', port: 0, host: '0.0.0.0' })).rejects.toThrow('loopback')
  })

  it('does not start beside a public address', () => {
    expect(() => readOptions({ SANDBOX: 'on', PUBLIC_URL: 'https://triptych.example' })).toThrow('PUBLIC_URL')
    expect(readOptions({ SANDBOX: 'on', PUBLIC_URL: 'http://localhost:3000' }).sandbox).toBe('on')
  })

  it('reads its settings from the environment it is given', () => {
    expect(
      readOptions({ SANDBOX: 'on', SANDBOX_PORT: '4000', SANDBOX_SMTP_PORT: '4025', GOOGLE_CLIENT_ID: 'me' }),
    ).toEqual({
      sandbox: 'on',
      port: 4000,
      settings: {
        ...Object.fromEntries(names.map((name) => [name, {}])),
        google: { clientId: 'me' },
        mail: { smtpPort: '4025' },
      },
    })
    expect(() => readOptions({ SANDBOX_PORT: 'many' })).toThrow('SANDBOX_PORT')
  })

  it('calls the product where it is, unless told another address', () => {
    const at = { SANDBOX: 'on', PUBLIC_URL: 'http://localhost:3100' }
    expect(readOptions({ ...at, SANDBOX_STRIPE_WEBHOOK_URL: 'http://localhost:1' }).settings).toMatchObject({
      todoist: {
        redirectUrl: 'http://localhost:3100/api/v1/connectors/todoist/callback',
        webhookUrl: 'http://localhost:3100/api/v1/webhooks/todoist',
      },
      stripe: { webhookUrl: 'http://localhost:1' },
    })
  })

  it('names a setting that nobody knows', async () => {
    const settings = { mail: { smtpPort: 0, smtpHost: 'x' } } as object
    await expect(createSandbox({ sandbox: 'on', port: 0, settings })).rejects.toThrow('smtpHost')
  })

  it('refuses a foreign Host and a foreign Origin', async () => {
    expect(await statusWith({ host: 'rebound.example:3900' })).toBe(403)
    expect(await statusWith({ host: 'localhost.evil.example' })).toBe(403)
    expect(await statusWith({ host: `127.0.0.1:${new URL(sandbox.url).port}` })).toBe(200)
    expect(await statusWith({ host: 'localhost', origin: 'https://evil.example' })).toBe(403)
    expect(await statusWith({ host: 'localhost', origin: 'null' })).toBe(403)
    expect(await statusWith({ host: 'localhost', origin: 'http://localhost:3000' })).toBe(200)
  })
})

describe('the pages', () => {
  it.each(['/', '/mail', '/stripe', '/todoist'])(
    '%s holds no inline code and loads nothing from elsewhere',
    async (path) => {
      const response = await fetch(sandbox.url + path)
      const markup = await response.text()
      expect(response.status).toBe(200)
      expect(markup).toContain('Sandbox')
      expect(markup).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i)
      expect(markup).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    },
  )

  it.each(['sandbox.css', 'sandbox.js', 'icon.svg', 'inter-latin.woff2', 'inter-latin-ext.woff2'])(
    'serves %s',
    async (file) => {
      const response = await fetch(`${sandbox.url}/assets/${file}`)
      expect(response.status).toBe(200)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
    },
  )

  it('sets and clears a fault by form, back on the page', async () => {
    const set = await fetch(`${sandbox.url}/mail/faults`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ kind: 'smtp_550', times: '3', to: '', delay_ms: '' }),
    })
    expect([set.status, set.headers.get('location')]).toEqual([303, '/#mail'])
    expect(await (await fetch(sandbox.url)).text()).toContain('3 more')
    const { items } = (await (await fetch(`${sandbox.url}/mail/faults`)).json()) as {
      items: { id: string }[]
    }
    await fetch(`${sandbox.url}/mail/faults/${items[0]?.id}/clear`, { method: 'POST' })
    expect(await (await fetch(`${sandbox.url}/mail/faults`)).json()).toMatchObject({ items: [] })
  })
})

describe('faults of any provider', () => {
  it.each(names)('%s names the kinds it allows when it knows none such', async (name) => {
    const response = await postJson(`${sandbox.url}/${name}/faults`, { kind: 'meteor' })
    const problem = (await response.json()) as { allowed_kinds: string[]; detail: string }
    expect(response.status).toBe(400)
    expect(problem.allowed_kinds.length).toBeGreaterThan(5)
    expect(problem.detail).toContain(problem.allowed_kinds[0])
  })

  it('refuses options and counts that make no sense', async () => {
    const wrong = [
      { kind: 'toString' },
      { kind: 'slow', times: 0 },
      { kind: 'slow', times: 1.5 },
      { kind: 'slow', delay_ms: -1 },
      { kind: 'slow', whenever: true },
      'slow',
    ]
    const answers = await Promise.all(wrong.map((body) => postJson(`${sandbox.url}/google/faults`, body)))
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400])
  })

  it('shows what is set, and reset clears it', async () => {
    await postJson(`${sandbox.url}/google/faults`, { kind: 'slow', times: 'always', delay_ms: 10 })
    expect(await (await fetch(`${sandbox.url}/google/faults`)).json()).toMatchObject({
      items: [{ kind: 'slow', times: 'always', remaining: 'always', delay_ms: 10 }],
    })
    await fetch(`${sandbox.url}/google/reset`, { method: 'POST' })
    expect(await (await fetch(`${sandbox.url}/google/faults`)).json()).toMatchObject({ items: [] })
  })
})

it('says what is kept after it stops', async () => {
  const page = async (url: string): Promise<string> => await (await fetch(url)).text()
  expect(await page(sandbox.url)).toContain('Nothing is kept after it stops.')
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-page-'))
  const keeping = await startSandbox({ dataDir })
  expect(await page(keeping.url)).toContain('What Stripe and Todoist know is kept')
  await keeping.close()
  await rm(dataDir, { recursive: true })
})

it('is up', async () => {
  expect(await (await fetch(`${sandbox.url}/health`)).json()).toEqual({
    status: 'ok',
    modules: names.map((name) => ({ name, status: 'ok' })),
    components: [],
  })
})

describe('the end', () => {
  it('leaves no port behind when a start fails half-way', async () => {
    const taken = Number(new URL(sandbox.addresses['mail']?.['smtp'] ?? '').port)
    const free = await startSandbox()
    await free.close()
    const port = Number(new URL(free.url).port)
    await expect(startSandbox({ port, settings: { mail: { smtpPort: taken } } })).rejects.toThrow(
      'EADDRINUSE',
    )
    const again = await startSandbox({ port })
    await again.close()
  })

  it('comes within seconds, with a stalled answer and an open SMTP connection', async () => {
    const other = await startSandbox()
    await postJson(`${other.url}/openrouter/faults`, { kind: 'stall' })
    const stalled = await postJson(
      `${other.url}/openrouter/api/v1/chat/completions`,
      { model: 'deepseek/deepseek-v3.2', stream: true, messages: [{ role: 'user', content: 'Hello' }] },
      { authorization: 'Bearer key' },
    )
    const { connect } = await import('node:net')
    const socket = connect(Number(new URL(other.addresses['mail']?.['smtp'] ?? '').port), '127.0.0.1')
    await new Promise((resolve) => socket.once('data', resolve))
    const started = performance.now()
    await other.close()
    expect(performance.now() - started).toBeLessThan(4_000)
    await expect(stalled.text()).rejects.toThrow()
    await expect(fetch(other.url)).rejects.toThrow()
  })
})
