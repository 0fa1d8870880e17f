import type { Bus, Consumers } from '@triptych/bus'
import type { ConfigOf, ConfigSlice } from '@triptych/config'
import type { ModuleDatabase } from '@triptych/db'
import type { Authenticator, ComponentHealth, Responder } from '@triptych/http'
import type { Client, Clock, Context, Contract, ErrorDefinition, Handlers, NewId } from '@triptych/kernel'
import type { JobCatalogue, JobHandlers, Jobs } from '@triptych/jobs'
import type { Kv, RedisScripts } from '@triptych/kv'
import type { Storage } from '@triptych/storage'
import type { ConfiguredLabel, ErrorReports, Logger, Metrics } from '@triptych/telemetry'
import type { Cipher, KeyRing } from '@triptych/vault'
import type { FastifyInstance } from 'fastify'

type Needs = Readonly<Record<string, Contract>>
export type ClientsOf<N extends Needs> = { readonly [K in keyof N]: Client<N[K]> }

/** The ground every part of a module stands on. */
export interface Ground {
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  /** Address people open, without a slash at its end. */
  readonly publicUrl: string
  /** Where the providers are played offline; undefined outside development and tests. */
  readonly sandboxUrl: string | undefined
  readonly isProduction: boolean
  readonly metrics: Metrics
  readonly reports: ErrorReports
}

/** Ciphers of people and organisations; a destroyed key makes its texts unreadable for good. */
export interface Ciphers {
  cipherOf(context: Context, subject: string): Promise<Cipher>
  forget(subject: string): void
}

/** Opens a module's own atomic steps in Redis, under keys of its own; closed with the process. */
export type OpenRedisScripts = <Name extends string>(
  scripts: Readonly<Record<Name, string>>,
) => RedisScripts<Name>

/** What a module is built from; nothing else reaches it. */
export interface ModuleDeps<N extends Needs, Slice extends ConfigSlice, Tables> extends Ground {
  readonly config: ConfigOf<Slice>
  readonly clients: ClientsOf<N>
  readonly db: ModuleDatabase<Tables>
  readonly kv: Kv
  /** Undefined where there is no Redis. */
  readonly redisScripts: OpenRedisScripts | undefined
  readonly storage: Storage
  readonly jobs: Jobs
  /** Deliveries that were given up; for the one module that shows them to administrators. */
  readonly deadLetters: Bus['deadLetters']
  readonly ciphers: Ciphers
  /** Wraps new data keys; for the one module that keeps them. */
  readonly keyRing: KeyRing
}

export interface ModuleInstance<C extends Contract, Tables = never> {
  readonly handlers: Handlers<C>
  /** What this module does when others announce something. */
  readonly consumers?: Consumers<Tables>
  /** One for each job of the definition's catalogue. */
  readonly jobHandlers?: JobHandlers<JobCatalogue>
  /** What it gave up on and keeps for a person, beside events and jobs, which bus and queue count. */
  readonly deadLetters?: {
    readonly source: 'webhooks' | 'notifications'
    readonly count: (context: Context) => Promise<number>
  }
  readonly health?: () => Promise<readonly ComponentHealth[]>
  readonly start?: () => Promise<void>
  readonly stop?: () => Promise<void>
}

/** The part of a module that runs wherever HTTP is served, also when the module itself runs elsewhere. */
export interface ModuleEdge {
  readonly responders?: Readonly<Record<string, Responder>>
  readonly routes?: (app: FastifyInstance) => void | Promise<void>
  readonly authenticator?: Authenticator
}

export interface EdgeDeps<C extends Contract, Slice extends ConfigSlice> extends Ground {
  readonly client: Client<C>
  readonly config: ConfigOf<Slice>
  readonly kv: Kv
}

export interface ModuleDefinition<
  C extends Contract = Contract,
  N extends Needs = Needs,
  Slice extends ConfigSlice = ConfigSlice,
  Tables = unknown,
> {
  readonly contract: C
  /** Contracts of the modules it calls, by the name it knows them under. */
  readonly needs: N
  readonly config: Slice
  readonly migrations: URL
  /** Which declared error a broken constraint means to the caller. */
  readonly constraints?: Readonly<Record<string, ErrorDefinition>>
  /** Work that waits, repeats or may fail; `create` returns the handlers. */
  readonly jobs?: JobCatalogue
  /** Values that this module gives to labels of metrics, beyond those that are derived from contracts. */
  readonly metricLabels?: Readonly<Partial<Record<ConfiguredLabel, readonly string[]>>>
  create(deps: ModuleDeps<N, Slice, Tables>): ModuleInstance<C, Tables>
  edge?(deps: EdgeDeps<C, Slice>): ModuleEdge
}

/** A definition whose own types are known to itself alone; how the composition root holds it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of modules cannot name each one's own tables
export type AnyModule = ModuleDefinition<any, any, any, any>

export function defineModule<C extends Contract, N extends Needs, Slice extends ConfigSlice, Tables>(
  definition: ModuleDefinition<C, N, Slice, Tables>,
): ModuleDefinition<C, N, Slice, Tables> {
  return definition
}
