import { createModuleDatabase } from '@triptych/db'
import { openTestDatabase, type TestDatabaseKind } from '@triptych/db/testing'
import { newId, systemContext } from '@triptych/kernel'
import { lanes } from '@triptych/testkit'
import { createPostgresSeats } from '../../src/ports/postgres-seats.ts'
import type { Seats } from '../../src/ports/seats.ts'
import type { LicensingTables } from '../../src/store/tables.ts'
import type { Subject } from './run.ts'

export interface OpenSubject extends Subject {
  close(): Promise<void>
}

/** Seats whose only copy is in Postgres, asked by two processes that share its clock. */
export async function openPostgresSubject(
  kind: TestDatabaseKind,
  wrap: (seats: Seats) => Seats = (seats) => seats,
): Promise<OpenSubject> {
  const sources = [{ module: 'licensing', directory: new URL('../../migrations/', import.meta.url) }]
  const database = await openTestDatabase(kind, sources, lanes.postgresUrl)
  let time = Date.UTC(2026, 11, 1)
  const clock = { now: () => time }
  const process = () => {
    const db = createModuleDatabase<LicensingTables>({
      database: database.app,
      module: 'licensing',
      clock,
      newId,
    })
    return wrap(createPostgresSeats({ db, clock, newId }))
  }
  return {
    processes: [process(), process()],
    goesBack: true,
    now: clock.now,
    async advance(ms) {
      time += ms
    },
    context: () => systemContext({ clock, newId }),
    async license(seats) {
      const [licenseId, organizationId] = [newId(), newId()]
      await database.asOwner(
        `insert into licensing.licenses (id, organization_id, subscription_id, subscription_version, plan_id, plan_name,
           features, max_concurrent_seats, reserve_during_grace, is_trial, status, key_hash, key_prefix, sealed_key, issued_at)
         values ($1::uuid, $2, $3, 1, 'pro', 'Pro', '{}', $4, false, false, 'active', uuid_send($1::uuid), 'CODITECT', '', now())`,
        [licenseId, organizationId, newId(), seats],
      )
      return { licenseId, organizationId }
    },
    async setLimit({ licenseId }, seats) {
      await database.asOwner(
        'update licensing.licenses set max_concurrent_seats = $2, epoch = epoch + 1 where id = $1',
        [licenseId, seats],
      )
    },
    async held({ licenseId }) {
      const rows = await database.asOwner<{ id: string }>(
        'select id from licensing.sessions where license_id = $1 and ended_at is null and held_until > $2',
        [licenseId, new Date(time).toISOString()],
      )
      return rows.map(({ id }) => id)
    },
    disturb: () => Promise.resolve(),
    moves: () => 0,
    close: () => database.close(),
  }
}
