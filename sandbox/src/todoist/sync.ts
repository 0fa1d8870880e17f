import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account } from './account.ts'
import { commandSchema, execute, type Command, type Outcome } from './commands.ts'
import { invalid, TodoistError, type TodoistErrorBody } from './errors.ts'
import type { TodoistFaults } from './faults.ts'
import type { Grant } from './grants.ts'
import { limitsReached } from './limits.ts'
import { meddle } from './meddle.ts'
import { collectionNames, timestamp, type CollectionName } from './model.ts'
import type { TodoistParts } from './parts.ts'
import { cut, strike } from './strike.ts'
import { faultsOf } from './target.ts'

const bodyLimit = 1024 * 1024
const maxCommands = 100

// A form carries JSON as text, a JSON body may carry it plain.
const jsonText = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}, z.unknown())

const requestSchema = z.object({
  sync_token: z.string().optional(),
  resource_types: jsonText.pipe(z.array(z.string())).optional(),
  commands: jsonText.pipe(z.array(commandSchema)).optional(),
})

interface SyncRequest {
  readonly syncToken: string | undefined
  readonly resources: ReadonlySet<string>
  readonly commands: readonly Command[]
}

/** `POST /api/v1/sync`: reads, incremental reads and commands. */
export function mountSync(app: FastifyInstance, parts: TodoistParts): void {
  app.post('/api/v1/sync', { bodyLimit, errorHandler: refuseBody }, async (request, reply) => {
    try {
      return await serve(request, reply, parts)
    } catch (error) {
      if (!(error instanceof TodoistError)) throw error
      return reply.code(error.status).send(error.body)
    }
  })
}

async function serve(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: TodoistParts,
): Promise<FastifyReply> {
  const { faults } = parts
  const { grant, account } = authenticate(request, parts)
  const isMeant = faultsOf(account)
  if (await strike(reply, 'sync', parts, isMeant)) return reply
  const limited = faults.take(['limits_reached'], isMeant)
  if (limited !== undefined) throw limitsReached(limited.options.retry_after ?? 60)
  if (faults.take(['unauthorized'], isMeant) !== undefined) throw unauthorized()

  const asked = readRequest(request.body)
  checkScope(grant, asked)
  parts.limits.spend(account.owner.userId, isFullRead(asked) ? 'full' : 'incremental')
  meddle(account, faults, asked.commands)
  const since = readSince(account, asked, parts)
  const outcome = execute(account, asked.commands, (command) => refusal(command, faults, account))
  if (asked.commands.length > 0 && faults.take(['answer_lost'], isMeant) !== undefined) return cut(reply)
  return reply.send(answer(account, asked, since, outcome))
}

function refuseBody(
  error: { readonly statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refused =
    error.statusCode === 413
      ? new TodoistError('PAYLOAD_TOO_LARGE', 'The body is larger than 1 MiB')
      : invalid('body', 'neither a form nor JSON')
  reply.code(refused.status).send(refused.body)
}

const unauthorized = (): TodoistError => new TodoistError('UNAUTHORIZED', 'Unauthorized')

function authenticate(
  request: FastifyRequest,
  { grants, accounts }: TodoistParts,
): { readonly grant: Grant; readonly account: Account } {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const grant = token === undefined ? undefined : grants.check(token)
  const account = grant === undefined ? undefined : accounts.find(grant.accountEmail)
  if (grant === undefined || account === undefined) throw unauthorized()
  return { grant, account }
}

function readRequest(body: unknown): SyncRequest {
  const parsed = requestSchema.safeParse(body ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalid(issue?.path.join('.') ?? 'body', issue?.message ?? 'not understood')
  }
  const { sync_token: syncToken, resource_types: types = [], commands = [] } = parsed.data
  if (commands.length > maxCommands) throw invalid('commands', `at most ${maxCommands} commands a request`)
  if (types.length === 0 && commands.length === 0) throw invalid('resource_types', 'nothing is asked for')
  if (types.length > 0 && syncToken === undefined) throw invalid('sync_token', 'required to read')
  return { syncToken, resources: new Set(types), commands }
}

function checkScope({ scope }: Grant, { commands, resources }: SyncRequest): void {
  const held = new Set(scope.split(','))
  const needed = commands.map(({ type }) => (type === 'item_delete' ? 'data:delete' : 'data:read_write'))
  const canRead = held.has('data:read') || held.has('data:read_write')
  const missing =
    resources.size > 0 && !canRead
      ? 'data:read'
      : needed.find((name) => !held.has(name) && !(held.has('task:add') && isOnlyAdding(commands)))
  if (missing === undefined) return
  throw new TodoistError('AUTH_INSUFFICIENT_TOKEN_SCOPE', 'Insufficient token scope', {
    required_scope: missing,
  })
}

const isOnlyAdding = (commands: readonly Command[]): boolean =>
  commands.every(({ type }) => type === 'item_add')

const isFullRead = ({ resources, syncToken }: SyncRequest): boolean => resources.size > 0 && syncToken === '*'

/** The version to tell the changes since; undefined means everything. */
function readSince(account: Account, asked: SyncRequest, { faults, app }: TodoistParts): number | undefined {
  const { syncToken, resources } = asked
  if (resources.size === 0 || syncToken === undefined || syncToken === '*') return undefined
  const isMeant = faultsOf(account)
  const badToken = (): TodoistError => invalid('sync_token', 'the sync token is not valid')
  if (faults.take(['bad_sync_token'], isMeant) !== undefined) throw badToken()
  if (faults.take(['bad_sync_token_full', 'full_sync'], isMeant) !== undefined) return undefined
  const version = account.versionOf(syncToken)
  if (version === undefined && app.badSyncToken === 'reject') throw badToken()
  return version
}

/** One command that a fault takes away; it is not executed. */
function refusal(command: Command, faults: TodoistFaults, account: Account): TodoistErrorBody | undefined {
  const fault = faults.take(['command_error'], faultsOf(account))
  if (fault === undefined) return undefined
  const { tag = 'INVALID_ARGUMENT_VALUE' } = fault.options
  const extra = tag === 'LIMITS_REACHED' ? { retry_after: fault.options.retry_after ?? 60 } : {}
  return new TodoistError(tag, `The command ${command.type} failed`, extra).body
}

function answer(
  account: Account,
  { resources, commands }: SyncRequest,
  since: number | undefined,
  outcome: Outcome,
): Record<string, unknown> {
  const isFull = resources.size > 0 && since === undefined
  const wanted = collectionNames.filter((name) => isWanted(resources, name))
  const changed = wanted.map((name) => [
    name,
    isFull ? everything(account, name) : account.changedSince(name, since ?? Infinity),
  ])
  return {
    sync_token: account.syncToken(),
    full_sync: isFull,
    ...(isFull ? { full_sync_date_utc: timestamp(account.clock.now()) } : {}),
    ...Object.fromEntries(changed),
    ...(isFull && isWanted(resources, 'user') ? { user: describeUser(account) } : {}),
    temp_id_mapping: outcome.temp_id_mapping,
    ...(commands.length > 0 ? { sync_status: outcome.sync_status } : {}),
  }
}

/** `all`, or named; `-name` takes one out of `all`. */
function isWanted(resources: ReadonlySet<string>, name: string): boolean {
  return (resources.has('all') && !resources.has(`-${name}`)) || resources.has(name)
}

/** A full sync tells what is active: nothing completed, nothing deleted. */
function everything(account: Account, name: CollectionName): readonly unknown[] {
  return name === 'items' ? account.list('items').filter(({ checked }) => !checked) : account.list(name)
}

function describeUser({ owner, list, clock }: Account): Record<string, unknown> {
  const { offset } = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toZonedDateTimeISO(
    owner.timeZone,
  )
  return {
    id: owner.userId,
    email: owner.email,
    full_name: owner.name,
    // Todoist really sends a key to the whole account here. Nobody may keep it: search for "canary".
    token: `canary-${owner.key}-never-keep-this-token`,
    inbox_project_id: list('projects').find(({ inbox_project: isInbox }) => isInbox)?.id ?? null,
    lang: 'en',
    is_premium: false,
    start_page: 'today',
    start_day: 1,
    next_week: 1,
    date_format: 0,
    time_format: 0,
    tz_info: { timezone: owner.timeZone, gmt_string: offset },
  }
}
