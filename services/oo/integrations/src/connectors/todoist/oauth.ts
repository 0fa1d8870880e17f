import type { Clock } from '@triptych/kernel'
import { z } from 'zod'
import { ConnectionRefused, type Credential, ProviderUnavailable, type RefreshOutcome } from '../connector.ts'
import type { TodoistApi } from './api.ts'

export interface TodoistClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** Apps from before rotation get an access token for ten years and no refresh token. */
const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
})

const tokenPath = '/oauth/access_token'
const refused = new Set(['bad_authorization_code', 'invalid_grant', 'invalid_request', 'access_denied'])

interface OAuthDeps {
  readonly api: TodoistApi
  readonly client: TodoistClient
  readonly clock: Clock
}

export async function exchangeCode(
  deps: OAuthDeps,
  { code, redirectUri }: { code: string; redirectUri: string },
  signal: AbortSignal,
): Promise<Credential> {
  const answer = await ask(
    deps,
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
    signal,
  )
  const parsed = tokens.safeParse(answer.body)
  if (parsed.success) return credentialOf(deps.clock, parsed.data)
  if (isRefused(answer.body)) throw new ConnectionRefused()
  throw new ProviderUnavailable()
}

/** The pair rotates on every use. The same access without a new refresh token: the old one was spent a moment ago. */
export async function refreshPair(
  deps: OAuthDeps,
  refreshToken: string,
  signal: AbortSignal,
): Promise<RefreshOutcome> {
  const answer = await ask(deps, { grant_type: 'refresh_token', refresh_token: refreshToken }, signal)
  const parsed = tokens.safeParse(answer.body)
  if (parsed.success) {
    const credential = credentialOf(deps.clock, parsed.data)
    return { kind: credential.refreshToken === null ? 'repeated' : 'renewed', credential }
  }
  if (isRefused(answer.body)) return { kind: 'refused' }
  throw new ProviderUnavailable()
}

const ask = ({ api, client }: OAuthDeps, form: Record<string, string>, signal: AbortSignal) =>
  api.send({
    path: tokenPath,
    form: { client_id: client.clientId, client_secret: client.clientSecret, ...form },
    // A code counts once and a refresh token rotates: neither is sent again on a guess.
    idempotent: false,
    signal,
  })

function isRefused(body: unknown): boolean {
  const parsed = z.object({ error: z.string() }).safeParse(body)
  return parsed.success && refused.has(parsed.data.error)
}

function credentialOf(
  clock: Clock,
  { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds }: z.infer<typeof tokens>,
): Credential {
  return {
    accessToken,
    refreshToken: refreshToken ?? null,
    expiresAt: seconds === undefined ? null : new Date(clock.now() + seconds * 1_000).toISOString(),
  }
}
