import { createHash } from 'node:crypto'
import { type Context, failure } from '@triptych/kernel'
import { normalizeLicenseKey } from '@triptych/license-format'
import { LRUCache } from 'lru-cache'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { type Member, memberOf, type Scope } from './membership.ts'
import { inOrganization, type LicenseRef } from './ports/seats.ts'
import { licenseOfKey, organizationOfLicense } from './store/licenses.ts'
import { type Met, meet } from './store/machines.ts'

export interface Found extends Met {
  /** Who calls, where that is a member of the licence's organisation. */
  readonly member: Member | undefined
}

/** What somebody calls a licence by. */
interface Wanted {
  /** A key, or an id, by which only members find it. */
  readonly reference: string
  /** `machineOf(hardware_id)` */
  readonly machine?: string
  readonly scope: Scope
}

export type FindLicense = (context: Context, wanted: Wanted) => Promise<Found>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const rememberedMax = 10_000

/**
 * Finds a licence by its key or, for members, by its id. Where a key leads is remembered, and each time the row is asked
 * whether it is still its key.
 */
export function createFindLicense(deps: Pick<Deps, 'db' | 'identity' | 'keysAtRest'>): FindLicense {
  const { db, keysAtRest } = deps
  const remembered = new LRUCache<string, LicenseRef>({ max: rememberedMax })

  const placeOfKey = async (context: Context, hash: Uint8Array): Promise<LicenseRef | undefined> => {
    const name = Buffer.from(hash).toString('base64')
    const held = remembered.get(name)
    if (held !== undefined) return held
    const found = await db.readOne(context, (query) => licenseOfKey(query, hash))
    if (found === undefined) return undefined
    remembered.set(name, found)
    return found
  }
  const placeOfId = async (context: Context, licenseId: string): Promise<LicenseRef | undefined> => {
    const organizationId = await db.readOne(context, (query) => organizationOfLicense(query, licenseId))
    return organizationId === undefined ? undefined : { licenseId, organizationId }
  }

  return async (context, { reference, machine = '', scope }) => {
    const isId = uuid.test(reference)
    const key = isId ? null : normalizeLicenseKey(reference)
    const keyHash = key === null ? undefined : keysAtRest.hashOf(key)
    if (!isId && keyHash === undefined) throw failure(errors.license_not_found)
    const place = await (keyHash === undefined ? placeOfId(context, reference) : placeOfKey(context, keyHash))
    if (place === undefined) throw failure(errors.license_not_found)
    const member = await memberOf(deps, context, place.organizationId, scope)
    if (isId && member === undefined) throw failure(errors.license_not_found)
    const met = await db.readOne(inOrganization(context, place.organizationId), (query) =>
      meet(query, { licenseId: place.licenseId, keyHash, machine }),
    )
    if (met === undefined) throw failure(errors.license_not_found)
    return { ...met, member }
  }
}

/** What a limit may be counted by without holding a key. */
export const tagOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22)
