import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '@triptych/config'
import { platformConfig } from '@triptych/runtime'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { frontDoor } from './front-door.ts'

let dataDir = ''
let app: FastifyInstance

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'triptych-front-door-'))
  app = Fastify()
})

afterEach(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function open(sandbox: 'on' | 'off'): Promise<void> {
  const environment = { SANDBOX: sandbox, DATA_DIR: dataDir, DATA_KEY_ENCRYPTION_KEY: 'x'.repeat(44) }
  await app.register(frontDoor(loadConfig({ platform: platformConfig }, environment).platform))
}

const policyOf = async (): Promise<string> =>
  String((await app.inject('/')).headers['content-security-policy'])

it('offers the demo and the sandbox while the sandbox is on', async () => {
  await open('on')
  const { body } = await app.inject('/')
  expect(body).toContain('action="http://localhost:3000/demo"')
  expect(body).toContain('href="http://localhost:3900/mail"')
  expect(await policyOf()).toContain("form-action 'self' http://localhost:3000 http://localhost:3900")
})

it('knows neither demo nor sandbox without it', async () => {
  await open('off')
  const { body } = await app.inject('/')
  expect(body).toContain('Open Kalei')
  expect(body).not.toMatch(/demo|sandbox|\{\{/i)
  expect(await policyOf()).toContain("form-action 'self';")
  expect((await app.inject({ method: 'POST', url: '/demo' })).statusCode).toBe(404)
})

it('shows the progress of builds, and an empty list where nothing is built', async () => {
  await open('off')
  expect((await app.inject('/builds.json')).json()).toEqual({ items: [] })
  const progress = { items: [{ name: 'kalei', status: 'building' }] }
  writeFileSync(join(dataDir, 'builds.json'), JSON.stringify(progress))
  expect((await app.inject('/builds.json')).json()).toEqual(progress)
})

it('asks for nothing from another host', async () => {
  await open('off')
  for (const path of ['/', '/docs/errors', '/front-door/front-door.css', '/front-door/front-door.js']) {
    const { statusCode, body } = await app.inject(path)
    expect(statusCode, path).toBe(200)
    expect(body.replaceAll('http://www.w3.org/2000/svg', ''), path).not.toMatch(/https?:\/\//)
  }
})
