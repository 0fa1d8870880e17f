import type { ConfigOf } from '@triptych/config'
import type { ModuleDatabase } from '@triptych/db'
import type { Clock, NewId } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import type { Ciphers } from '@triptych/runtime'
import type { KeyRing } from '@triptych/vault'
import type { AccessTokens } from './access-tokens.ts'
import type { identityConfig } from './config.ts'
import type { Counters } from './counters.ts'
import type { OidcProviders } from './ports/oidc-providers.ts'
import type { TrustedIssuers } from './ports/trusted-issuers.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { IdentityTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<IdentityTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly config: ConfigOf<typeof identityConfig>
  readonly keyRing: KeyRing
  readonly ciphers: Ciphers
  readonly kv: Kv
  readonly accessTokens: AccessTokens
  readonly counters: Counters
  readonly guard: SignInGuard
  readonly oidcProviders: OidcProviders
  readonly trustedIssuers: TrustedIssuers
  readonly publicUrl: string
  /** An address is verified before the first sign-in, and registering tells nothing about it. */
  readonly requiresVerifiedEmail: boolean
}
