import { emptyInput, operation } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { restrictedSignIn, sessionKind, signedIn, token } from './schemas.ts'

const limits = [{ per: 'ip', perMinute: 60 }] as const
const providerName = z.enum(['google', 'apple'])

/** Sign-in through other identity providers, and what is published about ours. */
export const signInOperations = {
  startOidc: operation({
    summary: 'Begin a sign-in with Google or Apple',
    description:
      'Redirects to the provider. `return_to` is a path of this site; the person comes back there.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/auth/oidc/{provider}/start' },
    input: z.strictObject({ provider: providerName, return_to: z.string().max(500).default('/') }),
    output: z.object({ location: z.string(), flow: z.string().nullable() }),
    errors: [errors.return_to_invalid],
    limits,
  }),
  finishOidc: operation({
    summary: 'Where the provider sends the person back',
    description:
      'Sets the session cookies and redirects to `return_to`, or to a page that says what went wrong. A suspended ' +
      'account gets a cookie that may export and delete, as after a password.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/auth/oidc/{provider}/callback' },
    input: z.object({
      provider: providerName,
      code: z.string().max(4_000).optional(),
      state: z.string().max(500).optional(),
      error: z.string().max(200).optional(),
      iss: z.string().max(500).optional(),
      flow: z.string().max(4_000).optional().describe('Taken from the cookie that the start has set'),
    }),
    output: z.object({ location: z.string(), signed_in: z.union([signedIn, restrictedSignIn]).nullable() }),
    limits,
    timeoutMs: 20_000,
  }),
  exchange: operation({
    summary: 'Sign in with the identity token of a trusted issuer',
    description:
      'OpenID Connect ID tokens, such as those of Firebase Auth, up to five minutes old; each counts once.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/exchange' },
    input: z.strictObject({ id_token: token(8_000), session: sessionKind }),
    output: signedIn,
    errors: [
      errors.exchange_refused,
      errors.provider_email_unverified,
      errors.suspended,
      errors.account_unavailable,
    ],
    limits,
  }),
  getSigningKeys: operation({
    summary: 'Public keys of access tokens',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/.well-known/jwks.json', root: true },
    input: emptyInput,
    output: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  }),
  getOpenIdConfiguration: operation({
    summary: 'What this issuer of access tokens offers',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/.well-known/openid-configuration', root: true },
    input: emptyInput,
    output: z.object({
      issuer: z.string(),
      jwks_uri: z.string(),
      response_types_supported: z.array(z.string()),
    }),
  }),
}
