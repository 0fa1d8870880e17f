import { aiGatewayModule } from '@triptych/ai-gateway'
import { billingModule } from '@triptych/billing'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import type { Context } from '@triptych/kernel'
import { notificationsModule } from '@triptych/notifications'
import type { AnyModule } from '@triptych/runtime'
import { safetyModule } from '@triptych/safety'
import { bootModules, type Person, type Reply, type TestSystem } from '@triptych/testkit'
import { mirrorModule } from '../src/module.ts'

type Handler = (context: Context, input: Record<string, unknown>, fail: unknown) => unknown

/** The real gateway, with a look at what reaches it and a hand on what goes wrong. */
export interface WatchedGateway {
  readonly module: AnyModule
  readonly calls: { readonly operation: string; readonly input: Record<string, unknown> }[]
  /** Takes the place of the real answer while it is set; may throw. */
  answer: ((operation: string, real: () => unknown) => unknown) | undefined
}

export function watchGateway(): WatchedGateway {
  const watched: WatchedGateway = {
    calls: [],
    answer: undefined,
    module: { ...realGateway, create: (deps) => watchHandlers(watched, realGateway.create(deps)) },
  }
  return watched
}

const realGateway: AnyModule = aiGatewayModule
type Instance = ReturnType<AnyModule['create']>

function watchHandlers(watched: WatchedGateway, instance: Instance): Instance {
  const watch =
    (operation: string, real: Handler): Handler =>
    (context, input, fail) => {
      watched.calls.push({ operation, input })
      const run = () => real(context, input, fail)
      return watched.answer === undefined ? run() : watched.answer(operation, run)
    }
  const handlers = Object.entries(instance.handlers as Record<string, Handler>)
  return {
    ...instance,
    handlers: Object.fromEntries(
      handlers.map(([name, real]) => [name, watch(name, real)]),
    ) as Instance['handlers'],
  }
}

export interface Kalei {
  readonly system: TestSystem
  readonly gateway: WatchedGateway
  readonly logs: string[]
}

/** Mirror with everything it needs. */
export async function bootMirror(
  database: 'embedded' | 'postgres',
  options: { readonly environment?: Record<string, string>; readonly modules?: readonly AnyModule[] } = {},
): Promise<Kalei> {
  const gateway = watchGateway()
  const logs: string[] = []
  const system = await bootModules({
    modules: [
      identityModule,
      notificationsModule,
      billingModule,
      gateway.module,
      safetyModule,
      mirrorModule,
      ...(options.modules ?? []),
    ],
    database,
    loadDataKey,
    onLog: (line) => logs.push(line),
    ...(options.environment === undefined ? {} : { environment: options.environment }),
  })
  await listen(system)
  return { system, gateway, logs }
}

/** The outbox is emptied as it is sent; what was announced is noted before. */
async function listen(system: TestSystem): Promise<void> {
  await system.database.asOwner(
    'create table public.announced (position bigint, subject text, user_id uuid, body bytea)',
  )
  await system.database
    .asOwner(`create function public.note_announced() returns trigger language plpgsql security definer as $$
       begin
         insert into public.announced values (new.position, new.subject, new.user_id, new.body);
         return new;
       end $$`)
  await system.database.asOwner(
    'create trigger note after insert on mirror.outbox for each row execute function public.note_announced()',
  )
}

/** Subjects of what Mirror announced about a person, in order. */
export async function announcedOf(system: TestSystem, userId: string): Promise<unknown[]> {
  const rows = await system.database.asOwner(
    'select subject, user_id from public.announced order by position',
  )
  return rows.filter((row) => row['user_id'] === userId).map((row) => row['subject'])
}

export interface FragmentBody {
  readonly id: string
  readonly type: string
  readonly start: number
  readonly end: number
  readonly text: string
}
export interface MessageBody {
  readonly id: string
  readonly session_id: string
  readonly status: 'ok' | 'crisis'
  readonly content: string
  readonly fragments: readonly FragmentBody[]
  readonly crisis: {
    readonly event_id: string
    readonly template: string
    readonly resources: unknown[]
  } | null
  readonly engine: string | null
  readonly edited_at: string | null
}
export interface SessionBody {
  readonly id: string
  readonly closed_at: string | null
  readonly messages: number
  readonly fragments_by_type: Record<string, number>
  readonly reflection: string | null
  readonly items: readonly MessageBody[]
}

const api = '/api/v1'
type Headers = Record<string, string>

export async function startSession(person: Person): Promise<string> {
  const reply = await person.send('POST', `${api}/mirror/sessions`, { body: {} })
  if (reply.status !== 201) throw new Error(`starting answered ${reply.status}: ${reply.text}`)
  return (reply.body as { id: string }).id
}

export const sendTo = (
  person: Person,
  sessionId: string,
  content: string,
  headers: Headers = {},
): Promise<Reply> =>
  person.send('POST', `${api}/mirror/messages`, { body: { session_id: sessionId, content }, headers })

export async function write(person: Person, sessionId: string, content: string): Promise<MessageBody> {
  const reply = await sendTo(person, sessionId, content)
  if (reply.status !== 201) throw new Error(`writing answered ${reply.status}: ${reply.text}`)
  return reply.body as MessageBody
}

export const editTo = (person: Person, id: string, content: string, headers: Headers = {}): Promise<Reply> =>
  person.send('PATCH', `${api}/mirror/messages/${id}`, { body: { content }, headers })

export const reframe = (person: Person, id: string, headers: Headers = {}): Promise<Reply> =>
  person.send('POST', `${api}/mirror/fragments/${id}/reframe`, { body: {}, headers })

export const close = (person: Person, id: string, headers: Headers = {}): Promise<Reply> =>
  person.send('POST', `${api}/mirror/sessions/${id}/close`, { body: {}, headers })

export async function readSession(person: Person, id: string): Promise<SessionBody> {
  const reply = await person.send('GET', `${api}/mirror/sessions/${id}`)
  if (reply.status !== 200) throw new Error(`reading answered ${reply.status}: ${reply.text}`)
  return reply.body as SessionBody
}

export const rowsOf = (system: TestSystem, table: string): Promise<Record<string, unknown>[]> =>
  system.database.asOwner(`select * from ${table}`)

/** Every write to the table fails while the work runs. */
export async function whileBroken<T>(system: TestSystem, table: string, work: () => Promise<T>): Promise<T> {
  await system.database.asOwner(`alter table ${table} add constraint broken check (false) not valid`)
  try {
    return await work()
  } finally {
    await system.database.asOwner(`alter table ${table} drop constraint broken`)
  }
}

export const thought = 'I always ruin everything. Nobody will ever trust me again.'
export const danger = 'I want to kill myself tonight.'
