import { type HandlerOf, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { requestMail } from '../mails.ts'
import { findAccount } from '../store/accounts.ts'

export const resendVerification =
  (deps: Deps): HandlerOf<typeof identityContract, 'resendVerification'> =>
  async (context) => {
    const userId = userIdOf(context.actor) ?? ''
    await deps.db.write(context, async (transaction) => {
      const account = await findAccount(transaction.query, userId)
      if (account === undefined || account.email_verified_at !== null) return
      await requestMail(deps, transaction, { template: 'verify_email', email: account.email, userId })
    })
    return { accepted: true as const }
  }
