import type { Clock } from '@triptych/kernel'

import type { Resolve } from './address.ts'
import { createProvider } from './create-provider.ts'
import type { OutboundLogger, Provider, ProviderConfig } from './provider.ts'
import { createFetchUntrusted, type FetchUntrusted } from './untrusted.ts'

export interface OutboundOptions {
  /** By name, from configuration: these hosts are trusted. */
  providers: Readonly<Record<string, ProviderConfig>>
  clock: Clock
  logger?: OutboundLogger
  /** `host:port` pairs that `fetchUntrusted` may reach although they are private: the running sandbox. */
  trusted?: readonly string[]
  /** For the jitter of retries, in [0, 1). */
  random?: () => number
  /** Name look-up of `fetchUntrusted`; the system's by default. */
  resolve?: Resolve
}

export interface Outbound {
  /** Throws a RangeError for a name that was not configured. */
  provider(name: string): Provider
  fetchUntrusted: FetchUntrusted
  /** Ends all connections; calls under way fail. */
  close(): Promise<void>
}

/** The one client for the outside. Rates, circuits and places are those of this process. */
export function createOutbound(options: OutboundOptions): Outbound {
  const { clock, logger, random = Math.random } = options
  const providers = new Map(
    Object.entries(options.providers).map(([name, config]) => [
      name,
      createProvider({ provider: name, config, clock, random, logger }),
    ]),
  )
  return {
    provider(name) {
      const known = providers.get(name)
      if (known === undefined) throw new RangeError(`no provider is configured as ${name}`)
      return known.provider
    },
    fetchUntrusted: createFetchUntrusted(options.trusted ?? [], options.resolve),
    async close() {
      await Promise.all([...providers.values()].map((known) => known.close()))
    },
  }
}
