import type { Clock } from '@triptych/kernel'
import { z } from 'zod'
import { ConnectionRefused, type Credential, ProviderUnavailable, type RefreshOutcome } from '../connector.ts'
import type { Answer, Api } from './api.ts'

export interface OAuthClient {
  readonly id: string
  readonly secret: string
  readonly url: string
}

interface OAuthDeps {
  readonly api: Api
  readonly client: OAuthClient
  readonly clock: Clock
}

const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
})
const refusal = z.object({ error: z.enum(['invalid_grant', 'access_denied']) })

export function authorizeAddress(
  { id, url }: OAuthClient,
  request: { readonly state: string; readonly redirectUri: string; readonly scopes: readonly string[] },
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: id,
    redirect_uri: request.redirectUri,
    scope: request.scopes.join(' '),
    state: request.state,
  })
  return `${url}/oauth/authorize?${query.toString()}`
}

export async function exchangeCode(
  deps: OAuthDeps,
  { code, redirectUri }: { readonly code: string; readonly redirectUri: string },
  signal: AbortSignal,
): Promise<Credential> {
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  const { body } = await post(deps, '/oauth/token', form, signal)
  const credential = credentialOf(deps.clock, body)
  if (credential !== undefined) return credential
  if (refusal.safeParse(body).success) throw new ConnectionRefused()
  throw new ProviderUnavailable()
}

/** An answer without a refresh token leaves the one we have in force (RFC 6749, section 6). */
export async function refreshAccess(
  deps: OAuthDeps,
  { refreshToken }: Credential,
  signal: AbortSignal,
): Promise<RefreshOutcome> {
  if (refreshToken === null) return { kind: 'refused' }
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const { body } = await post(deps, '/oauth/token', form, signal)
  const fresh = credentialOf(deps.clock, body)
  if (fresh !== undefined) {
    return { kind: 'renewed', credential: { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken } }
  }
  if (refusal.safeParse(body).success) return { kind: 'refused' }
  throw new ProviderUnavailable()
}

/** A token that it does not know any more is as good as revoked (RFC 7009, section 2.2). */
export async function revokeAccess(
  deps: OAuthDeps,
  { accessToken, refreshToken }: Credential,
  signal: AbortSignal,
): Promise<boolean> {
  const { status } = await post(deps, '/oauth/revoke', { token: refreshToken ?? accessToken }, signal)
  return status === 200
}

function post(
  { api, client }: OAuthDeps,
  path: string,
  form: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answer> {
  const pair = `${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`
  return api.send({
    method: 'POST',
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
    },
    body: new URLSearchParams(form).toString(),
    // A code counts once and a refresh token may rotate: neither is sent again on a guess.
    idempotent: false,
    signal,
  })
}

function credentialOf(clock: Clock, body: unknown): Credential | undefined {
  const { success, data } = tokens.safeParse(body)
  if (!success) return undefined
  const { access_token: accessToken, refresh_token: refreshToken = null, expires_in: seconds } = data
  const expiresAt = seconds === undefined ? null : new Date(clock.now() + seconds * 1_000).toISOString()
  return { accessToken, refreshToken, expiresAt }
}
