import { type HandlerOf, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { mayMail, requestMail } from '../mails.ts'
import { findAccount } from '../store/accounts.ts'

export const resendVerification =
  (deps: Deps): HandlerOf<typeof identityContract, 'resendVerification'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    const answer = { accepted: true as const }
    const account = await deps.db.read(context, (query) => findAccount(query, userId))
    const mail = {
      template: 'verify_email',
      email: account?.email ?? '',
      userId,
      returnTo: input.return_to,
    } as const
    const isWanted = account?.email_verified_at === null && (await mayMail(deps.counters, mail))
    await deps.db.write(context, async (transaction) => {
      transaction.remember(answer)
      if (isWanted) await requestMail(deps, transaction, mail)
    })
    return answer
  }
