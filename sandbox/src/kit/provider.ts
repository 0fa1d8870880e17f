import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Clock } from './clock.ts'
import type { FaultSwitches } from './faults.ts'

/** What every provider is given. `url` is the sandbox's own address, without a slash at the end. */
export interface SandboxContext {
  readonly url: string
  readonly host: string
  readonly clock: Clock
  /** Makes what looks random the same in every run. */
  readonly seed: number
  /** Where state is kept over a restart; without it, nowhere. */
  readonly dataDir?: string
}

/** One line of a provider's state, shown on the sandbox's page and in /health. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** A provider that is being played. Its routes are mounted under `/{name}`. */
export interface Provider {
  readonly faults: FaultSwitches
  /** Addresses other than the HTTP one, e.g. `{ smtp: 'smtp://127.0.0.1:3925' }`. */
  readonly addresses?: Readonly<Record<string, string>>
  readonly links: readonly { readonly label: string; readonly href: string }[]
  routes(app: FastifyInstance): void | Promise<void>
  /** Routes without the prefix, for clients that can be given another host and no other path. */
  rootRoutes?(app: FastifyInstance): void
  facts(): Fact[]
  /** Back to the state of a fresh start; the kit clears the faults itself. */
  reset(): void
  /** Keeps what has changed; called before the answer to anything but a GET goes out. */
  save?(): void
  close?(): Promise<void>
}

export interface ProviderDefinition<Settings extends z.ZodObject = z.ZodObject> {
  readonly title: string
  readonly summary: string
  /** Settings with their defaults; `environment` maps a variable's name to the setting it fills. */
  readonly settings: Settings
  readonly environment: Readonly<Record<string, keyof z.infer<Settings> & string>>
  /** Settings that are addresses of the product, by their paths there: PUBLIC_URL says where that is. */
  readonly productPaths?: Readonly<Partial<Record<keyof z.infer<Settings> & string, string>>>
  // A method, so that definitions with different settings fit into one list.
  create(context: SandboxContext, settings: z.infer<Settings>): Promise<Provider>
}

export function defineProvider<Settings extends z.ZodObject>(
  definition: ProviderDefinition<Settings>,
): ProviderDefinition<Settings> {
  return definition
}
