import type { HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { sealFlow } from '../oidc-flow.ts'
import { returnPathOf } from '../domain/return-to.ts'
import { problemPage } from './finish-oidc.ts'

export const startOidc =
  (deps: Deps): HandlerOf<typeof identityContract, 'startOidc'> =>
  async (_context, input, fail) => {
    const returnTo = returnPathOf(input.return_to)
    if (returnTo === undefined) throw fail('identity.return_to_invalid')
    const begun = await deps.oidcProviders.begin(input.provider).catch(() => undefined)
    // A person clicked here: an unreachable or missing provider is told on a page.
    if (begun === undefined) return { location: problemPage('provider_unavailable', returnTo), flow: null }
    const flow = sealFlow(deps.config.IDENTITY_SECRET, {
      ...begun.flow,
      provider: input.provider,
      return_to: returnTo,
      started_at: deps.clock.now(),
    })
    return { location: begun.location, flow }
  }
