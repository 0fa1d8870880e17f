import { type Context, failure, type HandlerOf, isFailure } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { isCommonPassword } from '../domain/common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { answerEvenly } from '../even-answer.ts'
import { requestMail } from '../mails.ts'
import { type AccountRequest, createAccount } from './create-account.ts'
import { openSession, signedInOf } from './open-session.ts'

export const register =
  (deps: Deps): HandlerOf<typeof identityContract, 'register'> =>
  async (context, input) => {
    if (isCommonPassword(input.password)) throw failure(errors.password_common)
    const request = async (): Promise<AccountRequest> => ({
      email: input.email,
      fullName: input.full_name,
      passwordHash: await hashPassword(input.password),
      isVerified: false,
      companyName: input.company_name,
    })
    if (deps.requiresVerifiedEmail) {
      await answerEvenly(deps.clock, async () => registerSilently(deps, context, await request()))
      return { verification_required: true as const }
    }
    const { account, organization, rest } = await createAccount(
      deps,
      context,
      await request(),
      async (transaction, { id, email }) => {
        await requestMail(deps, transaction, { template: 'verify_email', email, userId: id })
        return openSession(deps, transaction, context, id)
      },
    )
    const answer = await signedInOf(deps, account, rest)
    return organization === undefined ? answer : { ...answer, organization }
  }

/** Whoever owns the address learns from a mail which it was; whoever asks does not. */
async function registerSilently(deps: Deps, context: Context, request: AccountRequest): Promise<void> {
  try {
    await createAccount(deps, context, request, (transaction, { id, email }) =>
      requestMail(deps, transaction, { template: 'verify_email', email, userId: id }),
    )
  } catch (error) {
    if (!isFailure(error, errors.email_taken)) throw error
    await deps.db.write(context, (transaction) =>
      requestMail(deps, transaction, { template: 'email_already_registered', email: request.email }),
    )
  }
}
