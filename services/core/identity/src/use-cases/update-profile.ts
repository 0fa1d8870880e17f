import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { updateAccount } from '../store/accounts.ts'
import { meOf } from './get-me.ts'

export const updateProfile =
  (deps: Deps): HandlerOf<typeof identityContract, 'updateProfile'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    const updated_at = isoTime(deps.clock)
    const { full_name, locale, time_zone, region } = input
    await deps.db.write(context, async ({ query, remember }) => {
      if (full_name !== undefined) await updateAccount(query, userId, { full_name, updated_at })
      await query
        .updateTable('profiles')
        .set({
          updated_at,
          ...(locale === undefined ? {} : { locale }),
          ...(time_zone === undefined ? {} : { time_zone }),
          ...(region === undefined ? {} : { region }),
        })
        .where('user_id', '=', userId)
        .execute()
      remember({ id: userId })
    })
    return meOf(deps, context)
  }
