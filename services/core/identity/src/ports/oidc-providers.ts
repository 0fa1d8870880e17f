import type { ConfigOf } from '@triptych/config'
import type { Clock } from '@triptych/kernel'
import { importPKCS8, SignJWT } from 'jose'
import * as oidc from 'openid-client'
import type { identityConfig } from '../config.ts'
import type { OutboundFetch } from './outbound-fetch.ts'

export type ProviderName = 'google' | 'apple'

/** What a provider says of a person, after everything about the reply was checked. */
export interface ProvidedIdentity {
  readonly issuer: string
  readonly subject: string
  readonly email: string | undefined
  readonly isEmailVerified: boolean
  readonly fullName: string | undefined
}

export interface PendingFlow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The providers that people sign in with. Undefined answers mean that one is not configured. */
export interface OidcProviders {
  begin(name: ProviderName): Promise<{ location: string; flow: PendingFlow } | undefined>
  /** Throws when anything about the reply is not as it was asked for. */
  finish(name: ProviderName, query: URLSearchParams, flow: PendingFlow): Promise<ProvidedIdentity | undefined>
}

interface Client {
  readonly issuer: string
  readonly clientId: string
  readonly secret: () => Promise<string>
  readonly parameters: Record<string, string>
}

export interface OidcProviderOptions {
  readonly config: ConfigOf<typeof identityConfig>
  readonly clock: Clock
  readonly fetch: OutboundFetch
  readonly publicUrl: string
  readonly sandboxUrl: string | undefined
}

const discoveredMs = 3_600_000

export function createOidcProviders(options: OidcProviderOptions): OidcProviders {
  const clients = clientsOf(options)
  const discovered = new Map<ProviderName, { at: number; configuration: Promise<oidc.Configuration> }>()

  const configurationOf = (name: ProviderName, client: Client): Promise<oidc.Configuration> => {
    const known = discovered.get(name)
    if (known !== undefined && options.clock.now() - known.at < discoveredMs) return known.configuration
    const configuration = discover(client, options.fetch)
    configuration.catch(() => discovered.delete(name))
    discovered.set(name, { at: options.clock.now(), configuration })
    return configuration
  }
  const callbackOf = (name: ProviderName) => `${options.publicUrl}/api/v1/auth/oidc/${name}/callback`

  return {
    async begin(name) {
      const client = clients[name]
      if (client === undefined) return undefined
      const configuration = await configurationOf(name, client)
      const verifier = oidc.randomPKCECodeVerifier()
      const flow = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce() }
      const location = oidc.buildAuthorizationUrl(configuration, {
        ...client.parameters,
        redirect_uri: callbackOf(name),
        scope: name === 'apple' ? 'openid name email' : 'openid email profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { location: location.href, flow }
    },
    async finish(name, query, flow) {
      const client = clients[name]
      if (client === undefined) return undefined
      const configuration = await configurationOf(name, client)
      const tokens = await oidc.authorizationCodeGrant(
        configuration,
        new URL(`${callbackOf(name)}?${query.toString()}`),
        { pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce },
      )
      const claims = tokens.claims()
      return claims && identityOf(claims)
    },
  }
}

function clientsOf({
  config,
  sandboxUrl,
  clock,
}: OidcProviderOptions): Partial<Record<ProviderName, Client>> {
  const google = googleOf(config, sandboxUrl)
  const apple = appleOf(config, clock)
  return { ...(google === undefined ? {} : { google }), ...(apple === undefined ? {} : { apple }) }
}

function googleOf(config: OidcProviderOptions['config'], sandboxUrl: string | undefined): Client | undefined {
  const parameters = { prompt: 'select_account' }
  if (config.GOOGLE_CLIENT_ID !== undefined) {
    const secret = config.GOOGLE_CLIENT_SECRET ?? ''
    return {
      issuer: 'https://accounts.google.com',
      clientId: config.GOOGLE_CLIENT_ID,
      secret: async () => secret,
      parameters,
    }
  }
  if (sandboxUrl === undefined) return undefined
  return {
    issuer: `${sandboxUrl}/google`,
    clientId: 'triptych-sandbox.apps.googleusercontent.com',
    secret: async () => 'sandbox-google-client',
    parameters,
  }
}

/** Apple's client secret is a token that we sign ourselves. */
function appleOf(config: OidcProviderOptions['config'], clock: Clock): Client | undefined {
  const { APPLE_CLIENT_ID: clientId, APPLE_TEAM_ID: team, APPLE_KEY_ID: kid, APPLE_PRIVATE_KEY: pem } = config
  if (clientId === undefined || team === undefined || kid === undefined || pem === undefined) return undefined
  const issuer = 'https://appleid.apple.com'
  const secret = async () => {
    const key = await importPKCS8(pem.replaceAll('\\n', '\n'), 'ES256')
    const issuedAt = Math.floor(clock.now() / 1000)
    return new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(team)
      .setSubject(clientId)
      .setAudience(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + (2 * discoveredMs) / 1000)
      .sign(key)
  }
  return { issuer, clientId, secret, parameters: { response_mode: 'form_post' } }
}

async function discover(client: Client, fetch: OutboundFetch): Promise<oidc.Configuration> {
  const isPlayed = client.issuer.startsWith('http:')
  const configuration = await oidc.discovery(
    new URL(client.issuer),
    client.clientId,
    undefined,
    oidc.ClientSecretPost(await client.secret()),
    {
      [oidc.customFetch]: fetch as unknown as oidc.CustomFetch,
      // The signature counts too: the answer came through proxies that we do not run.
      execute: [oidc.enableNonRepudiationChecks, ...(isPlayed ? [oidc.allowInsecureRequests] : [])],
    },
  )
  return configuration
}

/** Apple sends booleans as text. */
export function identityOf(claims: Readonly<Record<string, unknown>>): ProvidedIdentity {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined)
  return {
    issuer: text('iss') ?? '',
    subject: text('sub') ?? '',
    email: text('email')?.toLowerCase(),
    isEmailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
    fullName: text('name'),
  }
}
