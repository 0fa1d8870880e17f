import type { HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { answerEvenly } from '../even-answer.ts'
import { mayMail, requestMail } from '../mails.ts'

/** Does the same for every address; whether there is an account is looked up when the mail is written. */
export const forgotPassword =
  (deps: Deps): HandlerOf<typeof identityContract, 'forgotPassword'> =>
  (context, input) =>
    answerEvenly(deps.clock, async () => {
      const mail = { template: 'password_reset', email: input.email, returnTo: input.return_to } as const
      if (await mayMail(deps.counters, mail))
        await deps.db.write(context, (transaction) => requestMail(deps, transaction, mail))
      return { accepted: true as const }
    })
