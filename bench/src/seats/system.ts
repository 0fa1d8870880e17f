import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConfigSlice, developmentSecrets, loadConfig } from '@triptych/config'
import { makeLicense, type MadeLicense } from '@triptych/licensing/testing'
import { migrateDatabase, platformConfig } from '@triptych/runtime'
import pg from 'pg'
import { createBenchDatabase } from '../bench-database.ts'
import { type RunningProcess, startAt } from '../processes/messages.ts'
import type { BenchSettings } from '../report.ts'
import type { BareLicense } from './bare.ts'
import { modules } from '@triptych/server/modules'

export interface SeatSystem {
  readonly product: RunningProcess<string>
  readonly bare: RunningProcess<string>
  readonly client: RunningProcess<'ready'>
  /** One with thousands of seats. */
  readonly hot: MadeLicense
  readonly thousand: readonly MadeLicense[]
  close(): Promise<void>
}

const seats = { hot: 5_000, many: 50 }

/** The product with Redis or without, and its bare counterpart, each a process of its own on one Postgres server. */
export async function startSeats(
  settings: BenchSettings,
  { redisUrl, withRedis }: { redisUrl: string; withRedis: boolean },
): Promise<SeatSystem> {
  const directory = await mkdtemp(join(tmpdir(), 'triptych-bench-'))
  const database = await createBenchDatabase(settings.postgresUrl)
  const secret = randomBytes(32).toString('base64')
  const slices = [platformConfig, ...modules.map((module) => module.config as ConfigSlice)]
  const environment = {
    ...(await developmentSecrets(slices, directory, {})),
    TRIPTYCH_ENV: 'production',
    PORT: '0',
    INTERNAL_PORT: '0',
    DATA_DIR: directory,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    LICENSING_SECRET: secret,
    ACQUIRES_PER_MACHINE: '1000000',
    SEAT_REQUESTS_PER_IP: '10000000',
    ...(withRedis ? { REDIS_URL: redisUrl } : {}),
  }
  await migrateDatabase(loadConfig({ platform: platformConfig }, environment).platform, modules)
  const hot = makeLicense(secret, seats.hot)
  const thousand = Array.from({ length: 1_000 }, () => makeLicense(secret, seats.many))
  const licenses = await insertAll(database.ownerUrl, [hot, ...thousand])
  await database.share()
  const { profileDirectory } = settings
  const flags = profileDirectory === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`]
  const product = await startAt<string>(new URL('./product.ts', import.meta.url), {
    input: environment,
    flags,
  })
  const bareInput = { url: database.twinAppUrl, redisUrl }
  const bare = await startAt<string>(new URL('./bare.ts', import.meta.url), { input: bareInput })
  await bare.ask(licenses)
  const client = await startAt<'ready'>(new URL('./client.ts', import.meta.url), { input: null })
  return {
    product,
    bare,
    client,
    hot,
    thousand,
    async close() {
      for (const process of [client, bare, product]) await process.stop()
      await database.drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function insertAll(ownerUrl: string, licenses: readonly MadeLicense[]): Promise<BareLicense[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const { insert } of licenses) await owner.query(insert.text, [...insert.values])
  const { rows } = await owner.query<{ id: string; organization_id: string }>(
    'select id, organization_id from licensing.licenses',
  )
  await owner.end()
  const organizations = new Map(rows.map((row) => [row.id, row.organization_id]))
  return licenses.map(({ id, key }) => ({ id, key, organizationId: organizations.get(id) ?? '' }))
}
