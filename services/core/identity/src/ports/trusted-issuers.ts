import { createHash } from 'node:crypto'
import type { Clock } from '@triptych/kernel'
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify, type JWTPayload } from 'jose'
import { identityOf, type ProvidedIdentity } from './oidc-providers.ts'
import type { OutboundFetch } from './outbound-fetch.ts'

export interface ExchangedToken {
  readonly identity: ProvidedIdentity
  readonly tokenHash: Uint8Array
  readonly expiresAt: string
}

/** Issuers of identity tokens that the configuration trusts, each for one audience. */
export interface TrustedIssuers {
  /** Undefined for a token that is not accepted, whatever the reason. */
  verify(idToken: string): Promise<ExchangedToken | undefined>
}

export interface TrustedIssuerOptions {
  readonly issuers: readonly { readonly issuer: string; readonly audience: string }[]
  readonly clock: Clock
  readonly fetch: OutboundFetch
}

const maxAgeSeconds = 5 * 60

/** Algorithms with a public key; never those with a shared secret. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']

export function createTrustedIssuers(options: TrustedIssuerOptions): TrustedIssuers {
  const keySets = new Map<string, Promise<ReturnType<typeof createRemoteJWKSet>>>()
  const keysOf = (issuer: string) => {
    const known = keySets.get(issuer) ?? discoverKeys(issuer, options.fetch)
    keySets.set(issuer, known)
    known.catch(() => keySets.delete(issuer))
    return known
  }

  return {
    async verify(idToken) {
      const trusted = options.issuers.find((candidate) => candidate.issuer === issuerOf(idToken))
      if (trusted === undefined) return undefined
      const now = options.clock.now()
      const keys = await keysOf(trusted.issuer)
      const verified = await jwtVerify(idToken, keys, {
        issuer: trusted.issuer,
        audience: trusted.audience,
        algorithms,
        maxTokenAge: maxAgeSeconds,
        currentDate: new Date(now),
        requiredClaims: ['sub', 'exp', 'iat'],
      }).catch(() => undefined)
      if (verified === undefined || isAnonymous(verified.payload)) return undefined
      if (Array.isArray(verified.payload.aud) && verified.payload.aud.length > 1) return undefined
      return {
        identity: identityOf(verified.payload),
        tokenHash: createHash('sha256').update(idToken.split('.').slice(0, 2).join('.')).digest(),
        expiresAt: new Date(now + 2 * maxAgeSeconds * 1000).toISOString(),
      }
    },
  }
}

function issuerOf(idToken: string): string | undefined {
  try {
    return decodeJwt(idToken).iss
  } catch {
    return undefined
  }
}

/** Firebase signs tokens for people who never said who they are. */
function isAnonymous(claims: JWTPayload): boolean {
  const firebase = claims['firebase'] as { sign_in_provider?: unknown } | undefined
  return firebase?.sign_in_provider === 'anonymous' || claims['provider_id'] === 'anonymous'
}

async function discoverKeys(issuer: string, fetch: OutboundFetch) {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {})
  const document = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown }
  if (document.issuer !== issuer || typeof document.jwks_uri !== 'string')
    throw new Error('the discovery document of a trusted issuer names another issuer')
  const request = (url: string, given: RequestInit) =>
    fetch(url, { method: 'GET', headers: given.headers as Headers })
  return createRemoteJWKSet(new URL(document.jwks_uri), { [customFetch]: request })
}
