import type { HandlerOf } from '@triptych/kernel'
import { sql } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const getDataKey =
  (deps: Deps): HandlerOf<typeof identityContract, 'getDataKey'> =>
  async (context, input) => {
    const found = await deps.db.read(context, (query) =>
      sql<{ wrapped_key: Uint8Array }>`select * from find_data_key(${input.subject_id})`.execute(query),
    )
    const key = found.rows[0]?.wrapped_key
    return { wrapped_key: key === undefined ? null : Buffer.from(key).toString('base64') }
  }
