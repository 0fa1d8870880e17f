import { actingFor, type Context, isAppError } from '@triptych/kernel'
import type { Logger } from '@triptych/telemetry'
import { vaultErrors } from '@triptych/vault'
import type { Deps } from './deps.ts'
import {
  countDataKeysOfOtherKeys,
  type DataKeyRow,
  dataKeysOfOtherKeys,
  replaceWrappedKey,
} from './store/data-keys.ts'

const pageSize = 100
const unreadable: ReadonlySet<string> = new Set([vaultErrors.refused.code, vaultErrors.unknown_key.code])

type RewrapDeps = Pick<Deps, 'db' | 'keyRing'> & { readonly logger: Logger }

/**
 * Wraps every data key with the current key-encryption key. Rows are found by the key that wrapped them, so that a run
 * that was killed is simply gone on with. What this process cannot open is left and counted.
 */
export const rewrapDataKeys =
  (deps: RewrapDeps) =>
  async (context: Context): Promise<void> => {
    const count = await rewrapAll(deps, context)
    const left = await dataKeysLeft(deps, context)
    if (count === 0 && left === 0) return
    const log = deps.logger.for(context)
    if (left === 0) log.info({ count, pending: left }, 'identity.data_keys_rewrapped')
    else log.warn({ count, pending: left }, 'identity.data_keys_left')
  }

/** How many data keys an older key-encryption key still wraps. At none, that key may be given up. */
export const dataKeysLeft = (
  { db, keyRing }: Pick<RewrapDeps, 'db' | 'keyRing'>,
  context: Context,
): Promise<number> => db.readOne(context, (query) => countDataKeysOfOtherKeys(query, keyRing.currentKeyId))

async function rewrapAll(deps: RewrapDeps, context: Context): Promise<number> {
  const { db, keyRing } = deps
  let done = 0
  for (let after: string | null = null; ;) {
    const page = { after, most: pageSize }
    const keys: DataKeyRow[] = await db.readOne(context, (query) =>
      dataKeysOfOtherKeys(query, keyRing.currentKeyId, page),
    )
    for (const key of keys) if (await rewrap(deps, context, key)) done += 1
    after = keys.at(-1)?.subject_id ?? null
    if (keys.length < pageSize) return done
  }
}

/** Outside of a transaction, as a key management service may be asked; nothing that changed meanwhile is replaced. */
async function rewrap({ db, keyRing }: RewrapDeps, context: Context, key: DataKeyRow): Promise<boolean> {
  try {
    const wrapped = await keyRing.rewrap(key.wrapped_key, key.subject_id)
    return await db.write(ownerContext(context, key), ({ query }) => replaceWrappedKey(query, key, wrapped))
  } catch (error) {
    if (isAppError(error) && unreadable.has(error.code)) return false
    throw error
  }
}

const ownerContext = (context: Context, { subject_id: id, subject_kind: kind }: DataKeyRow): Context =>
  kind === 'user'
    ? actingFor(context, id)
    : { ...actingFor(context), tenant: { organizationId: id, role: 'member' } }
