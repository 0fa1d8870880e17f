import { createHash } from 'node:crypto'
import { type Context, type HandlerOf, isAppError, isFailure, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import { restrictedSignIn } from '../contract/schemas.ts'
import type { Deps } from '../deps.ts'
import { flowLifetimeMs, type OidcFlow, openFlow } from '../oidc-flow.ts'
import type { ProvidedIdentity } from '../ports/oidc-providers.ts'
import { spendToken } from '../store/spent-tokens.ts'
import { signInWith } from './sign-in-with.ts'

/** Where a browser is sent that cannot go on; the page says why. */
export const problemPage = (code: string, returnTo?: string): string =>
  `/api/v1/auth/problem?${new URLSearchParams({ code, ...(returnTo === undefined ? {} : { return_to: returnTo }) }).toString()}`

interface Reply {
  readonly code?: string | undefined
  readonly state?: string | undefined
  readonly error?: string | undefined
  readonly iss?: string | undefined
}

export const finishOidc =
  (deps: Deps): HandlerOf<typeof identityContract, 'finishOidc'> =>
  async (context, input) => {
    const flow = openFlow(deps.config.IDENTITY_SECRET, input.flow, deps.clock.now())
    const isOurs = flow?.provider === input.provider && flow.state === input.state
    if (flow === undefined || !isOurs) return refused('sign_in_expired')
    const { return_to: returnTo } = flow
    if (input.error !== undefined) return refused('sign_in_denied', returnTo)
    const identity = await askProvider(deps, context, flow, input)
    if (identity === undefined) return refused('sign_in_failed', returnTo)
    try {
      return { location: returnTo, signed_in: await signInWith(deps, context, identity) }
    } catch (error) {
      if (isFailure(error, errors.suspended)) {
        return { location: returnTo, signed_in: restrictedSignIn.parse(error.data) }
      }
      if (isAppError(error) && error.kind === 'forbidden')
        return refused(error.code.split('.')[1] ?? '', returnTo)
      throw error
    }
  }

const refused = (code: string, returnTo?: string) => ({
  location: problemPage(code, returnTo),
  signed_in: null,
})

async function askProvider(
  deps: Deps,
  context: Context,
  flow: OidcFlow,
  reply: Reply,
): Promise<ProvidedIdentity | undefined> {
  const now = deps.clock.now()
  const hash = createHash('sha256').update(`state:${flow.state}`).digest()
  const expiresAt = new Date(now + flowLifetimeMs).toISOString()
  const isFirst = await deps.db.write(context, ({ query }) =>
    spendToken(query, { hash, expiresAt, now: isoTime(deps.clock) }),
  )
  if (!isFirst) return undefined
  const { code, state, iss } = reply
  const query = Object.entries({ code, state, iss }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  )
  return deps.oidcProviders.finish(flow.provider, new URLSearchParams(query), flow).catch(() => undefined)
}
