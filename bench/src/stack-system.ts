import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConfigSlice, developmentSecrets, type Environment, loadConfig } from '@triptych/config'
import { migrateDatabase, platformConfig } from '@triptych/runtime'
import { modules } from '@triptych/server/modules'
import { type BenchDatabase, createBenchDatabase } from './bench-database.ts'
import { notesModule } from './notes/module.ts'
import { type RunningProcess, start } from './processes/messages.ts'
import type { BareInput } from './processes/bare.ts'
import type { BenchSettings } from './report.ts'

/** Somebody signed in. */
export interface BenchPerson {
  readonly userId: string
  readonly authorization: string
}

/** The product and its bare counterpart, each a process of its own on the same Postgres server. */
export interface StackSystem {
  readonly stack: RunningProcess<string>
  readonly bare: RunningProcess<string>
  /** The bare server answers for the first of them. */
  readonly people: readonly BenchPerson[]
  close(): Promise<void>
}

export async function startStack(settings: BenchSettings, peopleCount: number): Promise<StackSystem> {
  const directory = await mkdtemp(join(tmpdir(), 'triptych-bench-'))
  const database = await createBenchDatabase(settings.postgresUrl)
  const undo = [() => rm(directory, { recursive: true, force: true }), () => database.drop()]
  const close = async () => {
    for (const step of undo.toReversed()) await step()
  }
  try {
    const stack = await startProduct(settings, database, directory)
    undo.push(() => stack.stop())
    const people: BenchPerson[] = []
    for (let index = 0; index < peopleCount; index += 1) people.push(await signUp(stack.ready, index))
    const bare = await start<string>('./bare.ts', { input: bareInput(database, people) })
    undo.push(() => bare.stop())
    return { stack, bare, people, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startProduct(settings: BenchSettings, database: BenchDatabase, directory: string) {
  const all = [...modules, notesModule]
  const environment = await productionEnvironment(database, directory)
  await migrateDatabase(loadConfig({ platform: platformConfig }, environment).platform, all)
  await database.share()
  const { profileDirectory } = settings
  const flags = profileDirectory === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`]
  return start<string>('./stack.ts', { input: environment, flags })
}

async function productionEnvironment(database: BenchDatabase, directory: string): Promise<Environment> {
  const slices = [platformConfig, ...modules.map((module) => module.config as ConfigSlice)]
  return {
    ...(await developmentSecrets(slices, directory, {})),
    TRIPTYCH_ENV: 'production',
    PORT: '0',
    INTERNAL_PORT: '0',
    DATA_DIR: directory,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    // Sign-ups come from many addresses, as people's do.
    TRUSTED_PROXIES: '127.0.0.1',
    REQUIRE_VERIFIED_EMAIL: 'false',
  }
}

function bareInput(database: BenchDatabase, people: readonly BenchPerson[]): BareInput {
  const [first] = people
  if (first === undefined) throw new Error('the bare server needs a person whose rows it reads')
  return { url: database.twinAppUrl, ownerUrl: database.twinOwnerUrl, userId: first.userId }
}

async function signUp(baseUrl: string, index: number): Promise<BenchPerson> {
  const email = `person-${index}@example.org`
  const body = (await post(`${baseUrl}/api/v1/auth/register`, `10.0.0.${index + 1}`, {
    email,
    password: 'Correct4Horse',
    full_name: 'Ada Example',
  })) as { user: { id: string }; access_token: string }
  return { userId: body.user.id, authorization: `Bearer ${body.access_token}` }
}

async function post(url: string, from: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
