import type { ConfigOf, ConfigSlice } from '@triptych/config'
import type { Clock } from '@triptych/kernel'
import type { ExternalTask } from '../domain/external-task.ts'

/** What opens a provider's door for one person. Kept sealed; whoever holds it in clear lets go of it at once. */
export interface Credential {
  readonly accessToken: string
  /** Null: there is none, or the one we had is spent. Without one the access ends at `expiresAt`. */
  readonly refreshToken: string | null
  /** ISO 8601; null: does not end by itself. */
  readonly expiresAt: string | null
}

/** A step of a reading. All batches of one reading share `isFull`; the last one carries where the next continues. */
export interface SignalBatch {
  /** The whole account: what is not named any more is gone there. */
  readonly isFull: boolean
  readonly tasks: readonly ExternalTask[]
  readonly projects: readonly { readonly externalId: string; readonly name: string | null }[]
  /** Something there could not be followed and is left out; the person is told. */
  readonly isPartial?: boolean
  /** The person's id at the provider, when it says so. */
  readonly account?: string
  readonly cursor?: Readonly<Record<string, string>>
}

export type RefreshOutcome =
  | { readonly kind: 'renewed'; readonly credential: Credential }
  /** The provider gave the same access again and no new refresh token: somebody else used ours a moment ago. */
  | { readonly kind: 'repeated'; readonly credential: Credential }
  | { readonly kind: 'refused' }

export interface Action {
  readonly commandId: string
  readonly action: 'complete' | 'reopen'
  readonly externalId: string
  readonly isRecurring: boolean
}

export type ActionOutcome = 'done' | 'already' | 'gone' | 'refused' | 'unsupported'

export interface WebhookHint {
  readonly account: string
}

/** The provider no longer accepts the access it was shown. */
export class AccessRefused extends Error {
  override readonly name = 'AccessRefused'
}

/** The provider is away, slow or answers nonsense; the same request may succeed later. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable'
  readonly retryAfterMs: number | undefined
  readonly isBusy: boolean
  constructor(options: { retryAfterMs?: number | undefined; isBusy?: boolean } = {}) {
    super('provider unavailable')
    this.retryAfterMs = options.retryAfterMs
    this.isBusy = options.isBusy ?? false
  }
}

/** The person gave an address or a code that the provider turns down. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused'
  /** In words for the person, without anything they gave. */
  readonly reason: string | undefined
  constructor(reason?: string) {
    super('connection refused')
    this.reason = reason
  }
}

interface Description {
  /** The name in paths, tables and events. */
  readonly provider: string
  readonly name: string
  readonly description: string
  readonly scopes: readonly string[]
  readonly reads: readonly { readonly what: string; readonly why: string }[]
  readonly writes: readonly { readonly what: string; readonly why: string }[]
  /** Days, the first is what a person gets who does not choose. */
  readonly retentionChoices: readonly [number, ...number[]]
}

interface Reading {
  /**
   * What changed since `cursor`, or everything without one. Throws `AccessRefused` or `ProviderUnavailable`; a reading
   * that breaks off is begun again from the last cursor that was kept.
   */
  fetchSignals(
    credential: Credential,
    cursor: Readonly<Record<string, string>> | undefined,
    signal: AbortSignal,
  ): AsyncIterable<SignalBatch>
  /** Absent when the provider can only be read. The same `commandId` has its effect once. */
  act?(credential: Credential, action: Action, signal: AbortSignal): Promise<ActionOutcome>
  close?(): Promise<void>
}

export interface OAuthConnector extends Description, Reading {
  readonly kind: 'oauth'
  readonly isConfigured: boolean
  /** The address to send the person to. */
  beginOAuth(request: { readonly state: string; readonly redirectUri: string }): string
  finishOAuth(
    request: { readonly code: string; readonly redirectUri: string },
    signal: AbortSignal,
  ): Promise<Credential>
  refresh(credential: Credential, signal: AbortSignal): Promise<RefreshOutcome>
  /** True when the access ended; false to be tried again. First class: no revocation, no disconnect. */
  revoke(credential: Credential, signal: AbortSignal): Promise<boolean>
  /** The accounts a delivery is about; undefined when it is not signed by the provider. */
  readWebhook?(delivery: { readonly body: Uint8Array; readonly signature: string }): WebhookHint | undefined
}

export interface FeedConnector extends Description, Reading {
  readonly kind: 'feed'
  /** Checks an address that a person gave, and makes it the credential. Throws `ConnectionRefused`. */
  openFeed(url: string, signal: AbortSignal): Promise<Credential>
}

/** How one provider is read, acted on and left. */
export type Connector = OAuthConnector | FeedConnector

/** What a connector is made from. */
export interface ConnectorGround {
  readonly clock: Clock
  readonly logger: { warn(fields: Record<string, unknown>, message: string): void }
  /** Where the providers are played offline; undefined in production. */
  readonly sandboxUrl: string | undefined
}

/** A connector before it is made: what it must be told, and how it is made from that. */
export interface ConnectorDefinition<Slice extends ConfigSlice = ConfigSlice> {
  readonly config: Slice
  // A method, so that definitions with different settings fit into one list.
  create(config: ConfigOf<Slice>, ground: ConnectorGround): Connector
}

export const defineConnector = <Slice extends ConfigSlice>(
  definition: ConnectorDefinition<Slice>,
): ConnectorDefinition<Slice> => definition
