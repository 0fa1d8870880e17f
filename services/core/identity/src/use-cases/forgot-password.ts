import type { HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { requestMail } from '../mails.ts'

/** Does the same for every address; whether there is an account is looked up when the mail is written. */
export const forgotPassword =
  (deps: Deps): HandlerOf<typeof identityContract, 'forgotPassword'> =>
  async (context, input) => {
    await deps.db.write(context, (transaction) =>
      requestMail(deps, transaction, { template: 'password_reset', email: input.email }),
    )
    return { accepted: true as const }
  }
