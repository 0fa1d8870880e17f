import { execFileSync } from 'node:child_process'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** A set of tests that needs something from outside the repository. */
export interface Lane {
  readonly name: string
  /** What the tests read: set for them when the lane runs. */
  readonly variable: string
  readonly needs: string
  readonly found: Finding
}

type Finding = { readonly value: string } | { readonly missing: string }

const reachMs = 3_000

interface Sought {
  readonly name: string
  readonly variable: string
  readonly needs: string
  readonly candidates: () => readonly string[]
  /** Why it cannot be used, or undefined when it can. */
  readonly refuse: (candidate: string) => Promise<string | undefined>
}

const sought: readonly Sought[] = [
  {
    name: 'postgres',
    variable: 'TEST_POSTGRES_URL',
    needs: 'PostgreSQL 15 or newer, as a superuser: each suite creates and drops its own databases',
    candidates: postgresCandidates,
    refuse: refusePostgres,
  },
  {
    name: 'redis',
    variable: 'TEST_REDIS_URL',
    needs: 'Redis 7 or newer',
    candidates: () => ['redis://127.0.0.1:6379'],
    refuse: (url) =>
      refuseUnlessSays({ url, port: 6379, ask: 'INFO server\r\n', answer: /redis_version:([7-9]|\d\d)\./ }),
  },
  {
    name: 'nats',
    variable: 'TEST_NATS_URL',
    needs: 'a NATS server with JetStream (nats-server -js)',
    candidates: () => ['nats://127.0.0.1:4222'],
    refuse: (url) => refuseUnlessSays({ url, port: 4222, ask: '', answer: /"jetstream":\s*true/ }),
  },
  {
    name: 'chromium',
    variable: 'TEST_CHROMIUM',
    needs: 'the path of a Chromium or Chrome',
    candidates: () => ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    refuse: refuseBrowser,
  },
  {
    name: 'nodes',
    variable: 'TEST_NODES',
    needs: 'a folder with Node 20, 22 and 24, as tools/services.sh makes it: what is published runs in them',
    candidates: () => [join(tmpdir(), 'triptych-services', 'nodes')],
    refuse: refuseNodes,
  },
]

/** Looks for every lane: by its variable where that is set, else at the usual places on loopback. */
export function findLanes(environment: NodeJS.ProcessEnv): Promise<Lane[]> {
  return Promise.all(
    sought.map(async ({ name, variable, needs, candidates, refuse }) => {
      const given = environment[variable]
      return { name, variable, needs, found: await firstUsable(given ? [given] : candidates(), refuse) }
    }),
  )
}

/** The variables that the tests read; those of lanes that were not found are left out. */
export function laneVariables(lanes: readonly Lane[]): Record<string, string> {
  return Object.fromEntries(
    lanes.flatMap(({ variable, found }) => ('value' in found ? [[variable, found.value]] : [])),
  )
}

async function firstUsable(candidates: readonly string[], refuse: Sought['refuse']): Promise<Finding> {
  const reasons: string[] = []
  for (const candidate of candidates) {
    const reason = await refuse(candidate)
    if (reason === undefined) return { value: candidate }
    reasons.push(`${withoutPassword(candidate)}: ${reason}`)
  }
  return { missing: reasons.join('; ') }
}

const withoutPassword = (address: string): string => address.replace(/:[^:@/]+@/, ':…@')

function postgresCandidates(): string[] {
  const user = encodeURIComponent(userInfo().username)
  return [...new Set([user, 'postgres', 'root'])].flatMap((name) =>
    ['postgres', 'test'].map((database) => `postgres://${name}@127.0.0.1:5432/${database}`),
  )
}

async function refusePostgres(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: reachMs })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; superuser: boolean }>(
      `select current_setting('server_version_num')::int as version, rolsuper as superuser
       from pg_roles where rolname = current_user`,
    )
    if ((rows[0]?.version ?? 0) < 150_000) return 'it is older than 15'
    return rows[0]?.superuser === true ? undefined : 'its user is no superuser'
  } catch (error) {
    return error instanceof Error ? error.message || 'no answer' : String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

interface Conversation {
  readonly url: string
  readonly port: number
  readonly ask: string
  readonly answer: RegExp
}

function refuseUnlessSays({ url, port, ask, answer }: Conversation): Promise<string | undefined> {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address === undefined) return Promise.resolve('it is no address')
  const password = decodeURIComponent(address.password)
  const login = password !== '' && ask !== '' ? `AUTH ${address.username || 'default'} ${password}\r\n` : ''
  return new Promise((done) => {
    const socket = connect({ host: address.hostname, port: Number(address.port) || port })
    let said = ''
    const end = (reason?: string): void => {
      socket.destroy()
      done(reason)
    }
    socket.setTimeout(reachMs, () => end('it does not answer as expected'))
    socket.on('error', (error) => end(error.message || 'no answer'))
    socket.on('connect', () => socket.write(login + ask))
    socket.on('data', (chunk) => {
      said += chunk.toString()
      if (answer.test(said)) end()
    })
    socket.on('close', () => done('it does not answer as expected'))
  })
}

function refuseBrowser(path: string): Promise<string | undefined> {
  return refuseUnlessRuns([path])
}

function refuseNodes(folder: string): Promise<string | undefined> {
  return refuseUnlessRuns(
    [20, 22, 24].map((version) => join(folder, 'node_modules', `node-${version}`, 'bin', 'node')),
  )
}

function refuseUnlessRuns(programs: readonly string[]): Promise<string | undefined> {
  try {
    for (const path of programs) execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return Promise.resolve(undefined)
  } catch (error) {
    return Promise.resolve(error instanceof Error && 'code' in error ? String(error.code) : 'it does not run')
  }
}
