import { actingFor, type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { findLogin, updateAccount } from '../store/accounts.ts'

/** Asked by the server's own command alone: nobody becomes an administrator by registering first. */
export const grantAdmin =
  (deps: Deps): HandlerOf<typeof identityContract, 'grantAdmin'> =>
  async (context, input, fail) => {
    const found = await deps.db.read(context, (query) => findLogin(query, input.email.trim().toLowerCase()))
    if (found === undefined) throw fail('identity.user_not_found')
    const audit = await auditOf(deps, context, found.id)
    await deps.db.write(actingFor(context, found.id), async (transaction) => {
      const change = { roles: ['user', 'admin'], updated_at: isoTime(deps.clock) }
      await updateAccount(transaction.query, found.id, change)
      audit(transaction, { action: 'identity.user.made_admin', target: `user:${found.id}` })
    })
    await markChangedSoon(deps, found.id)
    return { id: found.id }
  }
