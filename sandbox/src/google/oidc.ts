// Packages that import this source see the declaration only by reference.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./oidc-provider.d.ts" />
import type { KoaContextWithOIDC } from 'oidc-provider'
// Not the package's entry: that one prints a warning at every start of a Node without an LTS name.
import { Provider } from 'oidc-provider/lib/provider.js'
import { isLoopbackUrl } from '../kit/loopback.ts'
import { configuration, type OidcParts } from './configuration.ts'
import { idTokenFaults, type GoogleFaults } from './faults.ts'
import { spoilIdToken } from './id-token.ts'

export function createOidc(parts: OidcParts): Provider {
  const provider = new Provider(parts.issuer, configuration(parts))
  // Any address of this machine may be returned to, on whatever port a test happens to listen.
  Object.defineProperty(provider.Client.prototype, 'redirectUriAllowed', {
    value: (uri: string) => isLoopbackUrl(uri),
  })
  provider.use(async (ctx, next) => {
    await next()
    await misbehave(ctx as KoaContextWithOIDC, parts)
  })
  return provider
}

async function misbehave(ctx: KoaContextWithOIDC, { faults, key }: OidcParts): Promise<void> {
  if (ctx.oidc === undefined) return
  spoilRedirect(ctx, faults)
  const body = ctx.body as { id_token?: string } | undefined
  if (ctx.oidc.route !== 'token' || body?.id_token === undefined) return
  const fault = faults.take(idTokenFaults)
  const kind = idTokenFaults.find((name) => name === fault?.kind)
  if (kind !== undefined) body.id_token = await spoilIdToken(body.id_token, kind, key)
}

function spoilRedirect(ctx: KoaContextWithOIDC, faults: GoogleFaults): void {
  const { route, params } = ctx.oidc
  // Koa's types promise a string here; a header that was never set is undefined.
  const location: string | undefined = ctx.response.get('location')
  const redirectUri = params?.['redirect_uri']
  if (typeof redirectUri !== 'string' || location === undefined || location === '') return
  if (route === 'authorization' && faults.take(['denied']) !== undefined) {
    const denial = new URL(redirectUri)
    denial.searchParams.set('error', 'access_denied')
    if (typeof params?.['state'] === 'string') denial.searchParams.set('state', params['state'])
    denial.searchParams.set('iss', ctx.oidc.issuer)
    ctx.set('location', denial.href)
    return
  }
  if (!location.startsWith(redirectUri) || faults.take(['wrong_state']) === undefined) return
  const altered = new URL(location)
  altered.searchParams.set('state', 'a-state-nobody-sent')
  ctx.set('location', altered.href)
}
