import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { renderPage } from '../kit/page.ts'
import type { GoogleFaults } from './faults.ts'
import type { SigningKey } from './id-token.ts'
import { failurePage } from './pages.ts'
import type { People } from './people.ts'
import type { OidcStore } from './store.ts'

export interface OidcParts {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly people: People
  readonly faults: GoogleFaults
  readonly key: SigningKey
  readonly store: OidcStore
}

export const sessionCookie = 'sandbox_google_session'

/** Google's own paths, below the issuer. */
export const paths = {
  authorization: '/o/oauth2/v2/auth',
  token: '/token',
  userinfo: '/v1/userinfo',
  jwks: '/oauth2/v3/certs',
  discovery: '/.well-known/openid-configuration',
} as const

/** What is the same for every client: Google's claims, paths and habits. */
const asGoogle: Configuration = {
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified', 'hd'],
    profile: ['name', 'given_name', 'family_name', 'picture'],
  },
  scopes: ['openid', 'email', 'profile'],
  responseTypes: ['code'],
  // Google puts the claims of the scopes into the ID token, not only into userinfo.
  conformIdTokenClaims: false,
  extraParams: ['auto', 'access_type', 'hd', 'include_granted_scopes'],
  pkce: { required: () => false },
  routes: {
    authorization: paths.authorization,
    token: paths.token,
    userinfo: paths.userinfo,
    jwks: paths.jwks,
    revocation: '/revoke',
  },
  cookies: {
    names: {
      session: sessionCookie,
      interaction: 'sandbox_google_choice',
      resume: 'sandbox_google_resume',
    },
  },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  ttl: {
    AccessToken: 3600,
    AuthorizationCode: 600,
    Grant: 3600,
    IdToken: 3600,
    Interaction: 3600,
    Session: 600,
  },
  clientBasedCORS: () => false,
}

export function configuration({ clientId, clientSecret, people, key, store }: OidcParts): Configuration {
  return {
    ...asGoogle,
    adapter: store.adapter,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ['http://localhost/'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [key.jwk] },
    interactions: { url: (_ctx, interaction) => `/google/choose/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const person = people.findBySub(sub)
      return person === undefined ? undefined : { accountId: sub, claims: () => ({ ...person }) }
    },
    loadExistingGrant: grantEverything,
    renderError: showError,
  }
}

const errorPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'"

const showError: NonNullable<Configuration['renderError']> = (ctx, out) => {
  ctx.type = 'html'
  ctx.set('content-security-policy', errorPolicy)
  ctx.body = renderPage(failurePage(out.error, out.error_description))
}

/** Whoever chose an account has agreed: the sandbox asks for no second consent. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, params, provider } = ctx.oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const grant = new provider.Grant()
  grant.clientId = client.clientId
  grant.accountId = session.accountId
  grant.addOIDCScope(typeof params?.['scope'] === 'string' ? params['scope'] : 'openid')
  await grant.save()
  return grant
}
