import type { HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

/** The address stays no longer than it takes to hand the mail over. */
export const forgetMail =
  (deps: Pick<Deps, 'db'>): HandlerOf<typeof identityContract, 'forgetMail'> =>
  async (context, input) => {
    await deps.db.write(context, ({ query }) =>
      query.deleteFrom('mails').where('id', '=', input.mail_id).execute(),
    )
  }
