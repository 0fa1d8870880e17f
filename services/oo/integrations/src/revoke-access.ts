import { type Context, isoTime } from '@triptych/kernel'
import { type Credential, ProviderUnavailable } from './connectors/connector.ts'
import type { Deps } from './deps.ts'
import type { RevocationRow } from './store/tables.ts'

/** One attempt to take access back. Fails when it is to be tried again; after seven days the secret is wiped anyway. */
export const revokeAccess =
  (deps: Pick<Deps, 'db' | 'clock' | 'logger' | 'connectors' | 'revocationKeys'>) =>
  async (context: Context, { revocation_id: id }: { revocation_id: string }): Promise<void> => {
    const row = await deps.db.write(context, ({ query }) =>
      query
        .updateTable('revocations')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .returningAll()
        .executeTakeFirst(),
    )
    if (row === undefined || row.sealed === null) return
    const isOver = Date.parse(row.ends_at) <= deps.clock.now()
    const isRevoked = !isOver && (await tryRevoke(deps, context, row, row.sealed))
    if (!isOver && !isRevoked) throw new ProviderUnavailable()
    const state = isRevoked ? 'revoked' : 'given_up'
    await deps.db.write(context, ({ query }) =>
      query
        .updateTable('revocations')
        .set({ state, sealed: null, settled_at: isoTime(deps.clock) })
        .where('id', '=', id)
        .execute(),
    )
    deps.logger.for(context).info({ provider: row.provider, code: state }, 'integrations.revocation_settled')
  }

async function tryRevoke(
  { connectors, revocationKeys }: Pick<Deps, 'connectors' | 'revocationKeys'>,
  context: Context,
  row: RevocationRow,
  sealed: Uint8Array,
): Promise<boolean> {
  const connector = connectors.get(row.provider)
  if (connector?.kind !== 'oauth') return false
  const binding = { user: row.id, provider: row.provider, generation: 1 }
  const credential = JSON.parse(revocationKeys.opener.open(sealed, binding)) as Credential
  try {
    return await connector.revoke(credential, context.signal)
  } catch (error) {
    if (error instanceof ProviderUnavailable) return false
    throw error
  }
}
