import { systemContext } from '@triptych/kernel'
import { defineModule } from '@triptych/runtime'
import { createAccessTokens } from './access-tokens.ts'
import { identityConfig } from './config.ts'
import { identityConsumers } from './consumers.ts'
import { identityContract } from './contract/contract.ts'
import { errors } from './contract/errors.ts'
import { createCounters } from './counters.ts'
import type { Deps } from './deps.ts'
import { handlersOf } from './handlers.ts'
import { createAuthenticator } from './http/authenticator.ts'
import { originsOf, takeInputsFromCookies } from './http/cookie-inputs.ts'
import { leadToInvitation } from './http/invitation-page.ts'
import { mountPages } from './http/page-routes.ts'
import { sessionResponders } from './http/responders.ts'
import { keepSuspendedSignIn } from './http/suspended-cookie.ts'
import { identityJobs } from './jobs.ts'
import { createOidcProviders } from './ports/oidc-providers.ts'
import { createOutboundFetch } from './ports/outbound-fetch.ts'
import { createTrustedIssuers } from './ports/trusted-issuers.ts'
import { dataKeysLeft, rewrapDataKeys } from './rewrap-data-keys.ts'
import { createSignInGuard } from './sign-in-guard.ts'
import type { IdentityTables } from './store/tables.ts'

export { identityContract } from './contract/contract.ts'

/** Accounts, sign-in, organisations and consents; the one module that says who a request comes from. */
export const identityModule = defineModule<
  typeof identityContract,
  Record<string, never>,
  typeof identityConfig,
  IdentityTables
>({
  contract: identityContract,
  needs: {},
  config: identityConfig,
  migrations: new URL('../migrations/', import.meta.url),
  constraints: {
    users__email: errors.email_taken,
    teams__name: errors.team_name_taken,
    organization_members__pkey: errors.already_member,
  },

  jobs: identityJobs,

  create(ground) {
    const { db, clock, newId, config, keyRing, ciphers, kv, publicUrl, sandboxUrl, isProduction } = ground
    const { jobs, logger, metrics } = ground
    const accessTokens = createAccessTokens({
      db,
      clock,
      newId,
      secret: config.IDENTITY_SECRET,
      issuer: publicUrl,
      lifetimeSeconds: config.ACCESS_TOKEN_SECONDS,
    })
    const { fetch, close } = createOutboundFetch(clock)
    const counters = createCounters(kv, clock)
    const deps: Deps = {
      db,
      clock,
      newId,
      config,
      keyRing,
      ciphers,
      kv,
      accessTokens,
      counters,
      guard: createSignInGuard(counters),
      oidcProviders: createOidcProviders({ config, clock, fetch, publicUrl, sandboxUrl }),
      trustedIssuers: createTrustedIssuers({ issuers: config.TRUSTED_OIDC_ISSUERS, clock, fetch }),
      publicUrl,
      requiresVerifiedEmail: config.REQUIRE_VERIFIED_EMAIL ?? isProduction,
    }
    metrics.watch('triptych_identity_data_keys_left', async () => [
      { labels: {}, value: await dataKeysLeft(deps, systemContext({ clock, newId })) },
    ])
    return {
      handlers: handlersOf(deps),
      consumers: identityConsumers(deps),
      jobHandlers: { rewrapDataKeys: rewrapDataKeys({ ...deps, logger }) },
      async start() {
        await jobs.send(identityJobs.rewrapDataKeys, {}, { singletonKey: 'all' })
      },
      stop: close,
    }
  },

  edge({ client, clock, newId, kv, publicUrl }) {
    const isSecure = publicUrl.startsWith('https:')
    const credentials = { client, clock, newId, kv, issuer: publicUrl }
    const authenticator = createAuthenticator({ ...credentials, isSecure })
    const origins = originsOf(publicUrl)
    return {
      authenticator,
      responders: sessionResponders(isSecure),
      routes: async (app) => {
        takeInputsFromCookies(app, { origins, isSecure })
        keepSuspendedSignIn(app, isSecure)
        leadToInvitation(app)
        await mountPages(app, { ...credentials, origins, isSecure })
      },
    }
  },
})
