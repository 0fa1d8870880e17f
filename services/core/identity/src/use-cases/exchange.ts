import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { spendToken } from '../store/spent-tokens.ts'
import { signInWith } from './sign-in-with.ts'

export const exchange =
  (deps: Deps): HandlerOf<typeof identityContract, 'exchange'> =>
  async (context, input, fail) => {
    const verified = await deps.trustedIssuers.verify(input.id_token)
    if (verified === undefined) throw fail('identity.exchange_refused')
    const isFirst = await deps.db.write(context, ({ query }) =>
      spendToken(query, {
        hash: verified.tokenHash,
        expiresAt: verified.expiresAt,
        now: isoTime(deps.clock),
      }),
    )
    if (!isFirst) throw fail('identity.exchange_refused')
    return signInWith(deps, context, verified.identity)
  }
