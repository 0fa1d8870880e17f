import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')
let child: ChildProcess | undefined

afterEach(() => {
  child?.kill('SIGKILL')
})

function start(environment: Record<string, string>): ChildProcess {
  child = spawn(process.execPath, [main], {
    env: { SCORING_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return child
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('no output')
  for await (const line of createInterface(stdout)) {
    const { event, address } = JSON.parse(line) as { event: string; address?: string }
    if (event === 'scoring.listening' && address !== undefined) return address
  }
  throw new Error('ended before it listened')
}

it('listens on loopback, refuses the unsigned, and ends in order', async () => {
  const process = start({ SCORING_SECRET: Buffer.alloc(32, 7).toString('base64') })
  const address = await addressOf(process)
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${address}/health`)).status).toBe(200)
  expect((await fetch(`${address}/score`, { method: 'POST', body: '{}' })).status).toBe(401)
  process.kill('SIGTERM')
  expect(await once(process, 'exit')).toEqual([0, null])
})

it('says which secret it misses', async () => {
  const process = start({})
  let said = ''
  process.stderr?.on('data', (piece: Buffer) => (said += piece.toString()))
  expect((await once(process, 'close'))[0]).toBe(1)
  expect(said).toContain('SCORING_SECRET: is not set')
})
