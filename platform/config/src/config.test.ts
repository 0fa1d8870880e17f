import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  ConfigError,
  defineConfig,
  developmentSecrets,
  loadConfig,
  renderEnvExample,
  secret,
} from './index.ts'

const http = defineConfig({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('Port of the public server'),
  PUBLIC_URL: z.url().default('http://localhost:3000').describe('Address people open'),
})
const identity = defineConfig({ IDENTITY_SECRET: secret('Signs refresh tokens') })

describe('loadConfig', () => {
  it('gives each owner its own slice with defaults', () => {
    const config = loadConfig({ http }, { PORT: '8080' })
    expect(config.http).toEqual({ PORT: 8080, PUBLIC_URL: 'http://localhost:3000' })
  })

  it('reports every problem at once, with the variable and what it is for', () => {
    const load = () => loadConfig({ http, identity }, { PORT: '99999', IDENTITY_SECRET: 'short' })
    expect(load).toThrow(ConfigError)
    expect(load).toThrow(
      /2 problem[\s\S]*IDENTITY_SECRET: Use at least 32[\s\S]*PORT: .*Port of the public server/,
    )
  })

  it('has no default for a secret', () => {
    expect(() => loadConfig({ identity }, {})).toThrow(/IDENTITY_SECRET: is not set/)
  })
})

describe('developmentSecrets', () => {
  it('makes a missing secret once and keeps it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'config-'))
    const first = await developmentSecrets([http, identity], directory, {})
    const second = await developmentSecrets([http, identity], directory, {})
    expect(first['IDENTITY_SECRET']).toBe(second['IDENTITY_SECRET'])
    expect(() => loadConfig({ identity }, first)).not.toThrow()
  })
})

describe('renderEnvExample', () => {
  it('names every variable, its meaning and default, and marks secrets', () => {
    const text = renderEnvExample({ http, identity })
    expect(text).toContain('# Port of the public server\n# PORT=3000')
    expect(text).toContain('# Signs refresh tokens (secret)\n# IDENTITY_SECRET=')
  })
})
