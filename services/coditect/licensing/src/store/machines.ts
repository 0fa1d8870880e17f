import { type Kysely, sql } from 'kysely'
import type { LicenseRow, LicensingTables, MachineRow } from './tables.ts'

type Query = Kysely<LicensingTables>

export const findMachine = (
  query: Query,
  licenseId: string,
  machine: string,
): Promise<MachineRow | undefined> =>
  query
    .selectFrom('machines')
    .selectAll()
    .where('license_id', '=', licenseId)
    .where('machine', '=', machine)
    .executeTakeFirst()

export async function countNewMachines(query: Query, licenseId: string, since: string): Promise<number> {
  const { count } = await query
    .selectFrom('machines')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('license_id', '=', licenseId)
    .where('first_seen_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** One that is known already stays as it is. */
export async function addMachine(query: Query, row: MachineRow): Promise<void> {
  await query
    .insertInto('machines')
    .values(row)
    .onConflict((conflict) => conflict.columns(['license_id', 'machine']).doNothing())
    .execute()
}

export type SeenMachine = MachineRow & { last_seen_at: string | null; machine_name: string | null }

const seenMachines = (query: Query, licenseId: string) =>
  query
    .selectFrom('machines')
    .selectAll('machines')
    .select(({ selectFrom }) =>
      selectFrom('sessions')
        .select(({ fn }) => fn.max('sessions.last_heartbeat_at').as('at'))
        .whereRef('sessions.license_id', '=', 'machines.license_id')
        .whereRef('sessions.machine', '=', 'machines.machine')
        .as('last_seen_at'),
    )
    .select(({ selectFrom }) =>
      selectFrom('sessions')
        .select('sessions.machine_name')
        .whereRef('sessions.license_id', '=', 'machines.license_id')
        .whereRef('sessions.machine', '=', 'machines.machine')
        .orderBy('sessions.started_at', 'desc')
        .limit(1)
        .as('machine_name'),
    )
    .where('machines.license_id', '=', licenseId)

export const seenMachine = (query: Query, licenseId: string, id: string): Promise<SeenMachine | undefined> =>
  seenMachines(query, licenseId).where('machines.id', '=', id).executeTakeFirst()

export const listMachinesOf = (
  query: Query,
  licenseId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<SeenMachine[]> => {
  const all = seenMachines(query, licenseId)
  return (page.cursor === undefined ? all : all.where('machines.id', '<', page.cursor))
    .orderBy('machines.id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

export const approve = (
  query: Query,
  place: { readonly licenseId: string; readonly id: string },
  approval: Pick<MachineRow, 'approved_at' | 'approved_by'>,
): Promise<MachineRow | undefined> =>
  query
    .updateTable('machines')
    .set(approval)
    .where('license_id', '=', place.licenseId)
    .where('id', '=', place.id)
    .returningAll()
    .executeTakeFirst()

/** A licence as a machine meets it. */
export interface Met {
  readonly license: LicenseRow
  readonly machine: { readonly id: string; readonly approved_at: string | null } | undefined
}

/** The licence of this id and, where one is given, this key; with the machine, where the licence knows it. */
export async function meet(
  query: Query,
  wanted: { readonly licenseId: string; readonly keyHash?: Uint8Array | undefined; readonly machine: string },
): Promise<Met | undefined> {
  const found = query
    .selectFrom('licenses')
    .leftJoin('machines', (join) =>
      join.onRef('machines.license_id', '=', 'licenses.id').on('machines.machine', '=', wanted.machine),
    )
    .selectAll('licenses')
    .select(['machines.id as machine_id', 'machines.approved_at as machine_approved_at'])
    .where('licenses.id', '=', wanted.licenseId)
  const row = await (
    wanted.keyHash === undefined ? found : found.where('licenses.key_hash', '=', sql.val(wanted.keyHash))
  ).executeTakeFirst()
  if (row === undefined) return undefined
  const { machine_id: id, machine_approved_at: approvedAt, ...license } = row
  return { license, machine: id === null ? undefined : { id, approved_at: approvedAt } }
}
