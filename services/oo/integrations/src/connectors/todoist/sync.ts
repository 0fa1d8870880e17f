import { z } from 'zod'
import type { Action, ActionOutcome, SignalBatch } from '../connector.ts'
import { AccessRefused, ProviderUnavailable } from '../connector.ts'
import { busy, isLimit, isUnauthorized, requireAnswer, type TodoistApi } from './api.ts'
import { item, project, toTask } from './items.ts'

const syncPath = '/api/v1/sync'
const notFoundCodes = new Set([478, 22])
const everything = '*'

const answer = z.object({
  sync_token: z.string(),
  full_sync: z.boolean(),
  items: z.array(z.unknown()).default([]),
  projects: z.array(z.unknown()).default([]),
  // `user` also carries a token of its own: it is left where it is.
  user: z
    .object({ id: z.coerce.string(), tz_info: z.object({ timezone: z.string() }).optional() })
    .optional(),
})

interface SyncRequest {
  readonly api: TodoistApi
  readonly accessToken: string
  readonly signal: AbortSignal
}

const authorization = (token: string): string => `Bearer ${token}`

/**
 * One reading. Whether it is whole is what the answer says, never what was asked: Todoist answers an old token, and at
 * times a good one, with everything.
 */
export async function* readChanges(
  { api, accessToken, signal }: SyncRequest,
  cursor: Readonly<Record<string, string>> | undefined,
): AsyncIterable<SignalBatch> {
  const token = cursor?.['sync_token']
  let response = await askForChanges({ api, accessToken, signal }, token ?? everything)
  // What Todoist answers to a token it no longer knows is not documented: at times 400.
  if (response.status === 400 && token !== undefined) {
    response = await askForChanges({ api, accessToken, signal }, everything)
  }
  requireAnswer(response)
  const parsed = answer.safeParse(response.body)
  if (!parsed.success) throw new ProviderUnavailable()
  const { sync_token: next, full_sync: isFull, items, projects, user } = parsed.data
  const zone = user?.tz_info?.timezone ?? cursor?.['zone'] ?? 'UTC'
  yield {
    isFull,
    tasks: readable(item, items).map((one) => toTask(one, zone)),
    projects: readable(project, projects).map(({ id, name, is_deleted: isDeleted }) => ({
      externalId: id,
      name: isDeleted ? null : name,
    })),
    ...(user === undefined ? {} : { account: user.id }),
    cursor: { sync_token: next, zone },
  }
}

const askForChanges = ({ api, accessToken, signal }: SyncRequest, token: string) =>
  api.send({
    path: syncPath,
    form: { sync_token: token, resource_types: JSON.stringify(['items', 'projects', 'user']) },
    authorization: authorization(accessToken),
    idempotent: true,
    signal,
  })

/** One object that cannot be read must not hide the others. */
const readable = <Schema extends z.ZodType>(
  schema: Schema,
  objects: readonly unknown[],
): z.output<Schema>[] =>
  objects.flatMap((one) => {
    const parsed = schema.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })

const commandError = z.object({
  error_code: z.number().optional(),
  http_code: z.number().optional(),
  error_extra: z.looseObject({ retry_after: z.number().optional() }).optional(),
})

/** `item_close` is done as Todoist's own apps do it: a recurring task moves on to its next date. */
export async function sendCommand(
  { api, accessToken, signal }: SyncRequest,
  { commandId, action, externalId, isRecurring }: Action,
): Promise<ActionOutcome> {
  if (action === 'reopen' && isRecurring) return 'unsupported'
  const type = action === 'complete' ? 'item_close' : 'item_uncomplete'
  const response = await api.send({
    path: syncPath,
    form: { commands: JSON.stringify([{ type, uuid: commandId, args: { id: externalId } }]) },
    authorization: authorization(accessToken),
    // Todoist executes a uuid once, however often it is sent.
    idempotent: true,
    signal,
  })
  requireAnswer(response)
  const parsed = z.object({ sync_status: z.record(z.string(), z.unknown()) }).safeParse(response.body)
  const status = parsed.success ? parsed.data.sync_status[commandId] : undefined
  if (status === 'ok') return 'done'
  const refused = commandError.safeParse(status)
  if (!refused.success) throw new ProviderUnavailable()
  if (isUnauthorized(refused.data)) throw new AccessRefused()
  if (isLimit(refused.data)) throw busy(refused.data)
  if (refused.data.http_code === 404 || notFoundCodes.has(refused.data.error_code ?? 0)) return 'gone'
  if ((refused.data.http_code ?? 400) >= 500) throw new ProviderUnavailable()
  return 'refused'
}
