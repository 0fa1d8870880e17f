import { asApp, createModuleDatabase, openDatabase } from '@triptych/db'
import { newId } from '@triptych/kernel'
import { createRedisScripts } from '@triptych/kv'
import { startRedis } from '@triptych/kv/testing'
import { createLogger } from '@triptych/telemetry'
import { createPostgresSeats } from '../../src/ports/postgres-seats.ts'
import { createSeatCopies } from '../../src/ports/redis-seat-copy.ts'
import { seatScripts, type SeatScriptName } from '../../src/ports/redis-seat-scripts.ts'
import { createRedisSeats } from '../../src/ports/redis-seats.ts'
import { createMoveToPostgres } from '../../src/ports/seats-in-postgres.ts'
import type { LicenseRef } from '../../src/ports/seats.ts'
import type { LicensingTables } from '../../src/store/tables.ts'
import { openSeatLab } from '../seat-lab.ts'
import type { OpenSubject } from './postgres-subject.ts'

/** Redis goes by the subject's clock alone. */
const frozen = Object.fromEntries(
  Object.entries(seatScripts).map(([name, lua]) => [name, lua.replace("redis.call('TIME')", "{'0', '0'}")]),
) as Record<SeatScriptName, string>
const epochStart = { now: () => 0 }
const quiet = createLogger({ level: 'silent', destination: { write: () => undefined } })

/** Seats that Redis grants to two processes; `switching` takes it away now and then. */
export async function openRedisSubject({ switching }: { switching: boolean }): Promise<OpenSubject> {
  let time = Date.UTC(2026, 11, 1)
  const clock = { now: () => time, advance: (ms: number) => void (time += ms) }
  const lab = await openSeatLab(clock)
  const redis = await startRedis()
  const closing: (() => Promise<void>)[] = []
  let moves = 0
  const process = async () => {
    const location = { kind: 'postgres', url: lab.database.url ?? '', connectTimeoutMs: 30_000 } as const
    const own = await openDatabase({ ...location, connectionsMax: 6 })
    const database = asApp(own)
    const scripts = createRedisScripts({ url: redis.url, prefix: 'model:', scripts: frozen })
    const db = createModuleDatabase<LicensingTables>({ database, module: 'licensing', clock, newId })
    const ground = { db, clock, newId, logger: quiet, onMoved: () => void (moves += 1) }
    const copies = createSeatCopies(scripts, clock, epochStart)
    const postgres = createPostgresSeats(ground)
    const seats = createRedisSeats({
      ...ground,
      copies,
      postgres,
      moveToPostgres: createMoveToPostgres(ground),
    })
    closing.push(
      () => seats.flush(),
      () => scripts.close(),
      () => own.close(),
    )
    return { seats, copies }
  }
  const heldInPostgres = async (license: LicenseRef): Promise<string[]> => {
    const open = await lab.openSessions(license)
    return open.filter(({ held_until: until }) => Date.parse(until) > time).map(({ id }) => id)
  }
  const [first, second] = [await process(), await process()]
  const disturbances = [
    () => redis.flush(),
    () => redis.stall(300),
    async () => {
      await redis.kill()
      await redis.start()
    },
  ]
  return {
    processes: [first.seats, second.seats],
    goesBack: false,
    now: clock.now,
    async advance(ms) {
      // Their second is nothing beside the minutes that pass here.
      await Promise.all([first.seats.flush(), second.seats.flush()])
      clock.advance(ms)
    },
    context: () => lab.context(),
    license: (seats) => lab.license(seats),
    async setLimit(license, seats) {
      await lab.database.asOwner(
        'update licensing.licenses set max_concurrent_seats = $2, epoch = epoch + 1 where id = $1',
        [license.licenseId, seats],
      )
      await first.seats.changed(lab.context(), license)
    },
    async held(license) {
      const { epoch, copy_epoch: copyEpoch } = await lab.placeOf(license)
      if (copyEpoch === null) return heldInPostgres(license)
      const held = await first.copies
        .list({ licenseId: license.licenseId, epoch })
        .catch(() => 'stale' as const)
      return held === 'stale' ? undefined : [...held.keys()]
    },
    moves: () => moves,
    async disturb(how) {
      if (switching) await disturbances[how % disturbances.length]?.()
    },
    async close() {
      for (const close of closing) await close()
      await lab.close()
      await redis.dispose()
    },
  }
}
