import { aiGatewayModule } from '@triptych/ai-gateway'
import { billingModule } from '@triptych/billing'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { notificationsModule } from '@triptych/notifications'
import type { AnyModule } from '@triptych/runtime'
import { safetyModule } from '@triptych/safety'
import { bootModules, type Person, type Reply, type TestSystem } from '@triptych/testkit'
import { turnModule } from '../src/module.ts'

type Stream = AsyncGenerator<unknown, unknown, undefined>
type StreamHandler = (...call: unknown[]) => Stream

/** The real gateway, with a look at what reaches it and a hand on what goes wrong. */
export interface WatchedGateway {
  readonly module: AnyModule
  calls: number
  /** Takes the place of the real stream while it is set. */
  stream: ((real: Stream) => Stream) | undefined
}

const realGateway: AnyModule = aiGatewayModule

function watchGateway(): WatchedGateway {
  const watched: WatchedGateway = {
    calls: 0,
    stream: undefined,
    module: {
      ...realGateway,
      create(deps) {
        const instance = realGateway.create(deps)
        const handlers = instance.handlers as unknown as Record<string, StreamHandler>
        const real = handlers['turnThought'] as StreamHandler
        const turnThought: StreamHandler = (...call) => {
          watched.calls += 1
          const events = real(...call)
          return watched.stream === undefined ? events : watched.stream(events)
        }
        return { ...instance, handlers: { ...handlers, turnThought } }
      },
    },
  }
  return watched
}

export interface Kalei {
  readonly system: TestSystem
  readonly gateway: WatchedGateway
}

/** Turn with everything it needs. */
export async function bootTurn(
  database: 'embedded' | 'postgres',
  environment: Record<string, string> = {},
): Promise<Kalei> {
  const gateway = watchGateway()
  const system = await bootModules({
    modules: [identityModule, notificationsModule, billingModule, gateway.module, safetyModule, turnModule],
    database,
    loadDataKey,
    environment,
  })
  return { system, gateway }
}

export interface TurnBody {
  readonly id: string
  readonly status: 'ok' | 'crisis'
  readonly thought: string
  readonly reframes: readonly { readonly lens: string; readonly text: string }[]
  readonly micro_action: { readonly text: string; readonly minutes: number } | null
  readonly engine: string | null
  readonly crisis: { readonly resources: unknown[] } | null
}

export const thought = 'I always ruin everything I touch.'
export const danger = 'I want to kill myself tonight.'

export const turn = (person: Person, text = thought, headers: Record<string, string> = {}): Promise<Reply> =>
  person.send('POST', '/api/v1/turns', { body: { thought: text }, headers })

/** The names of a stream's events, in order. */
export const eventsIn = (text: string): string[] =>
  [...text.matchAll(/^event: (.*)$/gm)].map((found) => found[1] ?? '')

/** Rows of a table that belong to a person, seen by the database's owner. */
export async function rowsOf(
  system: TestSystem,
  table: string,
  person: Person,
): Promise<Record<string, unknown>[]> {
  const client = await system.database.owner.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role none')
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${table}`)
    await client.query('commit')
    return rows.filter((row) => row['user_id'] === person.userId)
  } finally {
    client.release()
  }
}
