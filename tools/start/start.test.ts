import { spawn, type ChildProcess } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { stampInstall } from '../bootstrap.mjs'

interface Started {
  readonly process: ChildProcess
  readonly output: () => string
  readonly exit: Promise<number | null>
  readonly ports: readonly [number, number]
  readonly directory: string
}

const directories: string[] = []
const leftovers: ChildProcess[] = []

afterEach(() => {
  for (const one of leftovers.splice(0)) one.kill('SIGKILL')
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true })
})

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await wait(20)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

function makeWorkspace(build: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'triptych-start-'))
  directories.push(directory)
  writeFileSync(join(directory, 'pnpm-workspace.yaml'), 'packages:\n  - apps/*\n')
  writeFileSync(join(directory, 'pnpm-lock.yaml'), '')
  writeFileSync(join(directory, 'tsconfig.base.json'), '{}')
  mkdirSync(join(directory, 'apps/web/src'), { recursive: true })
  writeFileSync(join(directory, 'apps/web/src/page.txt'), 'one')
  writeFileSync(join(directory, 'apps/web/package.json'), JSON.stringify({ name: 'web', scripts: { build } }))
  return directory
}

const goodBuild =
  'mkdir -p dist && echo built >> ../../built.log && cp src/page.txt dist/ && cp src/page.txt src/generated.txt'

async function start(
  directory: string,
  behaviour = '',
  wanted?: readonly [number, number],
): Promise<Started> {
  const ports = wanted ?? [await freePort(), await freePort()]
  const fixture = join(import.meta.dirname, 'fixtures', 'start.ts')
  const args = [
    fixture,
    directory,
    join(directory, '.data'),
    join(directory, 'log'),
    ports.join(','),
    behaviour,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  return watch(child, { ports, directory })
}

function watch(child: ChildProcess, place: Pick<Started, 'ports' | 'directory'>): Started {
  leftovers.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)))
  const exit = new Promise<number | null>((done) => child.on('close', done))
  return { process: child, output: () => text, exit, ...place }
}

const running = async (one: Started): Promise<void> =>
  until('it runs', () => one.output().includes('Triptych is running'))

const lines = (one: Started): string[] => readFileSync(join(one.directory, 'log'), 'utf8').split('\n')

function alive(one: Started): number[] {
  return lines(one)
    .flatMap((line) => (line.startsWith('pid ') ? [Number(line.slice(4))] : []))
    .filter(isAlive)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A killed process whose new parent has not collected it yet is gone for all that matters.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const builds = (one: Started): { items: { name: string; status: string; message?: string }[] } =>
  JSON.parse(readFileSync(join(one.directory, '.data/builds.json'), 'utf8'))

describe('a start', () => {
  it('prints the addresses, names who speaks, and on Ctrl-C stops all in order', async () => {
    const one = await start(makeWorkspace(goodBuild))
    await running(one)
    expect(one.output()).toContain(`http://localhost:${one.ports[0]}`)
    expect(one.output()).toMatch(/— server —\nserver listens/)
    expect(alive(one)).toHaveLength(4)
    one.process.kill('SIGINT')
    one.process.kill('SIGINT')
    expect(await one.exit).toBe(0)
    expect(alive(one)).toEqual([])
    expect(lines(one).filter((line) => line.startsWith('stopped'))).toEqual([
      'stopped server',
      'stopped sandbox',
    ])
    expect(existsSync(join(one.directory, '.data/start.json'))).toBe(false)
  })

  it('leaves no process behind when it is killed outright', async () => {
    const one = await start(makeWorkspace(goodBuild))
    await running(one)
    one.process.kill('SIGKILL')
    await until('the children are gone', () => alive(one).length === 0)
    const two = await start(one.directory)
    await running(two)
    two.process.kill('SIGTERM')
    expect(await two.exit).toBe(0)
  })

  it('kills what does not stop by its deadline, and says so', async () => {
    const one = await start(makeWorkspace(goodBuild), 'stubborn')
    await running(one)
    one.process.kill('SIGTERM')
    expect(await one.exit).toBe(0)
    expect(one.output()).toContain('The server did not stop within 0.7 s and was killed.')
    expect(alive(one)).toEqual([])
  })

  it('stops the rest and ends with the code of the program that ended', async () => {
    const one = await start(makeWorkspace(goodBuild))
    await running(one)
    await fetch(`http://127.0.0.1:${one.ports[0]}/crash`).catch(() => {})
    expect(await one.exit).toBe(7)
    expect(one.output()).toContain('The server ended with code 7')
    expect(alive(one)).toEqual([])
  })

  it('refuses a data directory in use, and a taken port by its variable', async () => {
    const one = await start(makeWorkspace(goodBuild))
    await running(one)
    const second = await start(one.directory)
    expect(await second.exit).toBe(1)
    expect(second.output()).toContain(`already running on ${join(one.directory, '.data')}`)
    const third = await start(makeWorkspace(goodBuild), '', [await freePort(), one.ports[1]])
    expect(await third.exit).toBe(1)
    expect(third.output()).toContain(`SANDBOX_PORT=${one.ports[1] + 10} npm start`)
    expect(alive(one)).toHaveLength(4)
    one.process.kill('SIGTERM')
    await one.exit
  })
})

describe('web builds', () => {
  it('happen once, and again only when a source changed, whatever the build itself writes there', async () => {
    const directory = makeWorkspace(goodBuild)
    const built = (): number => readFileSync(join(directory, 'built.log'), 'utf8').trim().split('\n').length
    const rounds: number[] = []
    for (const text of ['one', 'one', 'two']) {
      writeFileSync(join(directory, 'apps/web/src/page.txt'), text)
      const one = await start(directory)
      await running(one)
      await until('the build is ready', () => builds(one).items[0]?.status === 'ready')
      rounds.push(built())
      one.process.kill('SIGTERM')
      await one.exit
    }
    expect(rounds).toEqual([1, 1, 2])
  })

  it('that fail leave the rest running and tell the board', async () => {
    const one = await start(makeWorkspace('echo no such module && exit 3'))
    await running(one)
    await until('the build has failed', () => builds(one).items[0]?.status === 'failed')
    expect(builds(one).items[0]?.message).toContain('the build ended with code')
    await until('the output shows', () => one.output().includes('no such module'))
    expect(alive(one)).toHaveLength(4)
    one.process.kill('SIGTERM')
    expect(await one.exit).toBe(0)
  })

  it('are cut short by a stop and done the next time', async () => {
    const directory = makeWorkspace('echo pid $$ >> ../../log; mkdir -p dist; sleep 600')
    const one = await start(directory)
    await running(one)
    await until('it builds', () => builds(one).items[0]?.status === 'building')
    await until('the build wrote its id', () => alive(one).length === 5)
    one.process.kill('SIGINT')
    expect(await one.exit).toBe(0)
    expect(alive(one)).toEqual([])
    expect(builds(one).items[0]?.status).toBe('waiting')
  })
})

describe('under npm', () => {
  /** The repository's own script and bootstrap, around the invented services. */
  async function npmStart(): Promise<Started> {
    const directory = makeWorkspace(goodBuild)
    const repository = join(import.meta.dirname, '..', '..')
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      scripts: { start: string }
    }
    writeFileSync(
      join(directory, 'package.json'),
      JSON.stringify({ name: 'x', type: 'module', scripts: { start: scripts.start } }),
    )
    mkdirSync(join(directory, 'tools/start'), { recursive: true })
    mkdirSync(join(directory, 'node_modules'))
    for (const file of ['bootstrap.mjs', 'start.mjs'])
      cpSync(join(repository, 'tools', file), join(directory, 'tools', file))
    for (const name of ['node', '.bin'])
      symlinkSync(join(repository, 'node_modules', name), join(directory, 'node_modules', name))
    const ports = [await freePort(), await freePort()] as const
    const args = [directory, join(directory, '.data'), join(directory, 'log'), ports.join(',')]
    const fixture = join(import.meta.dirname, 'fixtures', 'start.ts')
    writeFileSync(
      join(directory, 'tools/start/main.ts'),
      `process.argv.push(...${JSON.stringify(args)})\nawait import(${JSON.stringify(fixture)})\n`,
    )
    stampInstall(directory)
    // As in a person's shell: no workspace's tools before their own npm and node.
    const path = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules'))
    const env = { ...process.env, PATH: path.join(delimiter) }
    const npm = spawn('npm', ['start'], { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] })
    return watch(npm, { ports, directory })
  }

  it.each(['SIGTERM', 'SIGKILL'] as const)('npm killed by %s takes everything with it', async (signal) => {
    const one = await npmStart()
    await running(one)
    expect(alive(one)).toHaveLength(4)
    one.process.kill(signal)
    await until('the children are gone', () => alive(one).length === 0)
    await until('the directory is free', () => !existsSync(join(one.directory, '.data/start.json')))
  })
})
