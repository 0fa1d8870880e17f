import { createHash, randomBytes } from 'node:crypto'
import { failure, type HandlerOf, requestErrors, userIdOf } from '@triptych/kernel'
import { beginConnection } from '../begin-connection.ts'
import { callbackUrl } from '../callback-url.ts'
import {
  ConnectionRefused,
  type Connector,
  type FeedConnector,
  type OAuthConnector,
} from '../connectors/connector.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { providerFailure } from '../provider-failure.ts'
import { showConnector } from '../show-connector.ts'

type Connect = HandlerOf<typeof integrationsContract, 'connect'>
type Call = Parameters<Connect>
interface Choice {
  readonly userId: string
  readonly retentionDays: number
}

/** Time enough to sign in at the provider and to think about it. */
const attemptMs = 30 * 60_000

export const stateHash = (state: string): Uint8Array => createHash('sha256').update(state).digest()

export const connect =
  (deps: Deps): Connect =>
  async (context, input, fail) => {
    const connector = deps.connectors.get(input.provider)
    if (connector === undefined) throw fail('integrations.unknown_connector')
    const choice = {
      userId: userIdOf(context.actor) ?? '',
      retentionDays: retentionOf(connector, input.retention_days),
    }
    return connector.kind === 'feed'
      ? connectFeed(deps, connector, choice, [context, input, fail])
      : beginOAuth(deps, connector, choice, [context, input, fail])
  }

function retentionOf({ retentionChoices }: Connector, wanted: number | undefined): number {
  if (wanted === undefined) return retentionChoices[0]
  if (retentionChoices.includes(wanted)) return wanted
  const message = `Choose ${retentionChoices.join(', ')} days.`
  throw failure(requestErrors.invalid, { issues: [{ path: 'retention_days', message }] })
}

async function beginOAuth(
  deps: Deps,
  connector: OAuthConnector,
  { userId, retentionDays }: Choice,
  [context, , fail]: Call,
) {
  if (!connector.isConfigured) throw fail('integrations.not_configured')
  const state = randomBytes(32).toString('base64url')
  const answer = {
    redirect_url: connector.beginOAuth({ state, redirectUri: callbackUrl(deps, connector) }),
    state,
    connector: await showConnector(deps, context, connector),
  }
  await deps.db.write(context, async ({ query, remember }) => {
    await query
      .insertInto('connect_attempts')
      .values({
        state_hash: stateHash(state),
        user_id: userId,
        provider: connector.provider,
        retention_days: retentionDays,
        expires_at: new Date(deps.clock.now() + attemptMs).toISOString(),
      })
      .execute()
    remember(answer)
  })
  return answer
}

async function connectFeed(
  deps: Deps,
  connector: FeedConnector,
  choice: Choice,
  [context, { feed_url: url }, fail]: Call,
) {
  if (url === undefined) {
    const issues = [{ path: 'feed_url', message: 'Give the address of the calendar.' }]
    throw failure(requestErrors.invalid, { issues })
  }
  let credential
  try {
    credential = await connector.openFeed(url, context.signal)
  } catch (error) {
    if (error instanceof ConnectionRefused) {
      const { reason } = error
      throw fail('integrations.feed_refused', reason === undefined ? {} : { detail: reason })
    }
    throw providerFailure(error)
  }
  await beginConnection(deps, context, connector, { ...choice, credential })
  const shown = await showConnector(deps, context, connector)
  const answer = { redirect_url: null, state: null, connector: shown }
  await deps.db.write(context, async ({ remember }) => remember(answer))
  return answer
}
