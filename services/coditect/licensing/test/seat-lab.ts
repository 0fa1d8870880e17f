import { asApp, createModuleDatabase, openDatabase } from '@triptych/db'
import { openTestDatabase } from '@triptych/db/testing'
import { type Context, newId, systemContext } from '@triptych/kernel'
import { createRedisScripts, type RedisScripts } from '@triptych/kv'
import type { OpenRedisScripts } from '@triptych/runtime'
import { createMovableClock, lanes, type MovableClock } from '@triptych/testkit'
import { createLogger } from '@triptych/telemetry'
import { openSeats } from '../src/ports/open-seats.ts'
import type { RedisSeats } from '../src/ports/redis-seats.ts'
import type { LicenseRef, SeatRequest, Witness } from '../src/ports/seats.ts'
import type { LicensingTables } from '../src/store/tables.ts'

/** Licences and their seats alone, on Postgres, as one or several processes see them. */
export interface SeatLab {
  readonly clock: MovableClock
  readonly database: Awaited<ReturnType<typeof openTestDatabase>>
  context(): Context
  license(seats: number, terms?: { reserve_during_grace?: boolean }): Promise<LicenseRef>
  /** A process of its own, over its own connection; without a Redis where no address is given. */
  process(redisUrl?: string): Promise<RedisSeats>
  /** Ends every process there is: each holds connections that other tests want too. */
  closeProcesses(): Promise<void>
  /** Who grants the seats of a licence now. */
  placeOf(license: LicenseRef): Promise<{ epoch: number; copy_epoch: number | null }>
  openSessions(license: LicenseRef): Promise<{ id: string; machine: string; held_until: string }[]>
  moves: ('redis' | 'postgres')[]
  close(): Promise<void>
}

const migrations = new URL('../migrations/', import.meta.url)
const quiet = createLogger({ level: 'debug', destination: { write: () => undefined } })

export async function openSeatLab(clock = createMovableClock()): Promise<SeatLab> {
  const sources = [{ module: 'licensing', directory: migrations }]
  const database = await openTestDatabase('postgres', sources, lanes.postgresUrl)
  const moves: ('redis' | 'postgres')[] = []
  const closing: (() => Promise<void>)[] = []
  const closeProcesses = async (): Promise<void> => {
    for (const close of closing.splice(0)) await close()
  }
  const prefix = `licensing-test:${newId()}:`
  const organizationId = newId()

  return {
    clock,
    database,
    moves,
    context: () => systemContext({ clock, newId, timeoutMs: 30_000 }),
    async license(seats, { reserve_during_grace = false } = {}) {
      const licenseId = newId()
      await database.asOwner(
        `insert into licensing.licenses (id, organization_id, subscription_id, subscription_version, plan_id, plan_name,
           features, max_concurrent_seats, reserve_during_grace, is_trial, status, key_hash, key_prefix, sealed_key, issued_at)
         values ($1::uuid, $2, $3, 1, 'pro', 'Pro', '{}', $4, $5, false, 'active', uuid_send($1::uuid), 'CODITECT', '', now())`,
        [licenseId, organizationId, newId(), seats, reserve_during_grace],
      )
      return { licenseId, organizationId }
    },
    async process(redisUrl) {
      const location = { kind: 'postgres', url: database.url ?? '', connectTimeoutMs: 30_000 } as const
      const own = await openDatabase({ ...location, connectionsMax: 6 })
      const options = { database: asApp(own), module: 'licensing', clock, newId }
      const db = createModuleDatabase<LicensingTables>(options)
      const opened: RedisScripts[] = []
      const openScripts: OpenRedisScripts = (scripts) => {
        const connection = createRedisScripts({ url: redisUrl ?? '', prefix, scripts })
        opened.push(connection)
        return connection
      }
      const onMoved = (to: 'redis' | 'postgres') => void moves.push(to)
      const seats = openSeats(redisUrl === undefined ? undefined : openScripts, {
        db,
        clock,
        newId,
        logger: quiet,
        onMoved,
      })
      closing.push(async () => {
        await seats.flush()
        for (const connection of opened) await connection.close()
        await own.close()
      })
      return seats
    },
    closeProcesses,
    async placeOf({ licenseId }) {
      const [row] = await database.asOwner<{ epoch: number; copy_epoch: number | null }>(
        'select epoch, copy_epoch from licensing.licenses where id = $1',
        [licenseId],
      )
      if (row === undefined) throw new Error('there is no such licence')
      return row
    },
    openSessions: ({ licenseId }) =>
      database.asOwner(
        'select id, machine, held_until from licensing.sessions where license_id = $1 and ended_at is null',
        [licenseId],
      ),
    async close() {
      await closeProcesses()
      await database.close()
    },
  }
}

export const nobody: Witness = () => undefined

export const requestOf = (license: LicenseRef, machine: string): SeatRequest => ({
  ...license,
  machine,
  userId: null,
  ip: null,
  userAgent: null,
  machineName: null,
})
