import { actingFor, type Context, isAppError } from '@triptych/kernel'
import { vaultErrors } from '@triptych/vault'
import type { Deps } from './deps.ts'
import { openCredential, sealCredential } from './sealed-credential.ts'
import type { Place } from './store/connections.ts'
import { credentialsOfOtherKeys, lockCredential, replaceCredential } from './store/credentials.ts'

const pageSize = 100

type RotateDeps = Pick<Deps, 'db' | 'logger' | 'connectorKeys' | 'revocationKeys'>

/**
 * Seals every secret to the newest key. Rows are found by the key they are sealed to, so that a run that was killed is
 * simply gone on with, and a row that a renewal replaced meanwhile is left to whoever replaced it.
 */
export const rotateKeys =
  (deps: RotateDeps) =>
  async (context: Context): Promise<void> => {
    const done = (await rotateCredentials(deps, context)) + (await rotateRevocations(deps, context))
    if (done > 0) deps.logger.for(context).info({ count: done }, 'integrations.keys_rotated')
  }

async function rotateCredentials(deps: RotateDeps, context: Context): Promise<number> {
  const { db, connectorKeys } = deps
  let done = 0
  for (let after: Place | undefined; ;) {
    const page = { after, most: pageSize }
    const places: Place[] = await db.read(context, (query) =>
      credentialsOfOtherKeys(query, connectorKeys.currentKeyId, page),
    )
    for (const place of places) if (await reseal(deps, context, place)) done += 1
    after = places.at(-1)
    if (places.length < pageSize) return done
  }
}

/** False when there is nothing to do, or when the box opens for nobody: then its next use ends the connection. */
async function reseal(
  { db, logger, connectorKeys }: RotateDeps,
  context: Context,
  place: Place,
): Promise<boolean> {
  try {
    return await db.write(actingFor(context, place.userId), async ({ query }) => {
      const row = await lockCredential(query, place)
      if (row === undefined || row.key_id === connectorKeys.currentKeyId) return false
      const version = { ...place, generation: row.generation }
      return replaceCredential(
        query,
        row,
        sealCredential(connectorKeys, version, openCredential(connectorKeys, row)),
      )
    })
  } catch (error) {
    if (!isAppError(error) || error.code !== vaultErrors.refused.code) throw error
    logger.for(context).warn({ provider: place.provider }, 'integrations.credential_unreadable')
    return false
  }
}

async function rotateRevocations({ db, revocationKeys }: RotateDeps, context: Context): Promise<number> {
  return db.write(context, async ({ query }) => {
    const rows = await query
      .selectFrom('revocations')
      .selectAll()
      .where('state', '=', 'pending')
      .where('key_id', '<>', revocationKeys.currentKeyId)
      .forUpdate()
      .execute()
    for (const { id, provider, sealed } of rows) {
      if (sealed === null) continue
      const binding = { user: id, provider, generation: 1 }
      await query
        .updateTable('revocations')
        .set({
          sealed: revocationKeys.sealer.seal(revocationKeys.opener.open(sealed, binding), binding),
          key_id: revocationKeys.currentKeyId,
        })
        .where('id', '=', id)
        .execute()
    }
    return rows.length
  })
}
