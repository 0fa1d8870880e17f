import { type Context, failure, type HandlerOf, isFailure } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { isCommonPassword } from '../domain/common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { answerEvenly } from '../even-answer.ts'
import { type MailRequest, mayMail, requestMail } from '../mails.ts'
import type { Account } from '../store/accounts.ts'
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
      locale: input.locale,
    })
    if (deps.requiresVerifiedEmail) {
      await answerEvenly(deps.clock, async () =>
        registerSilently(deps, context, await request(), input.return_to),
      )
      return { verification_required: true as const }
    }
    const { account, organization, rest } = await createAccount(
      deps,
      context,
      await request(),
      async (transaction, made) => {
        await requestMail(deps, transaction, verificationOf(made, input.return_to))
        return openSession(deps, transaction, context, made.id)
      },
    )
    const answer = await signedInOf(deps, account, rest)
    return organization === undefined ? answer : { ...answer, organization }
  }

const verificationOf = ({ id, email }: Account, returnTo: string | undefined): MailRequest => ({
  template: 'verify_email',
  email,
  userId: id,
  returnTo,
})

/** Whoever owns the address learns from a mail which it was; whoever asks does not. */
async function registerSilently(
  deps: Deps,
  context: Context,
  request: AccountRequest,
  returnTo: string | undefined,
): Promise<void> {
  try {
    await createAccount(deps, context, request, (transaction, made) =>
      requestMail(deps, transaction, verificationOf(made, returnTo)),
    )
  } catch (error) {
    if (!isFailure(error, errors.email_taken)) throw error
    const mail = { template: 'email_already_registered', email: request.email } as const
    if (await mayMail(deps.counters, mail))
      await deps.db.write(context, (transaction) => requestMail(deps, transaction, mail))
  }
}
