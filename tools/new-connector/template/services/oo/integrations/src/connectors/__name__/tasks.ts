import { z } from 'zod'
import type { ExternalTask } from '../../domain/external-task.ts'
import { type Action, type ActionOutcome, ProviderUnavailable, type SignalBatch } from '../connector.ts'
import { type Api, requireAnswer } from './api.ts'

interface Request {
  readonly api: Api
  readonly accessToken: string
  readonly signal: AbortSignal
}

/** Only what is used is parsed, so nothing else can be kept. */
const task = z.object({
  id: z.string().min(1),
  title: z.string(),
  notes: z.string().nullable(),
  due_on: z.iso.date().nullable(),
  is_done: z.boolean(),
  is_deleted: z.boolean(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
})
const changes = z.object({ items: z.array(z.unknown()), cursor: z.string(), has_more: z.boolean() })

/** Page by page, from what was read last or from the beginning; the last page says where the next reading continues. */
export async function* readChanges(
  request: Request,
  cursor: Readonly<Record<string, string>> | undefined,
): AsyncIterable<SignalBatch> {
  const isFull = cursor?.['after'] === undefined
  let after = cursor?.['after']
  for (;;) {
    const page = await readPage(request, after)
    const tasks = readable(page.items).map(toTask)
    after = page.cursor
    yield { isFull, tasks, projects: [], ...(page.has_more ? {} : { cursor: { after } }) }
    if (!page.has_more) return
  }
}

async function readPage({ api, accessToken, signal }: Request, after: string | undefined) {
  const answer = await api.send({
    method: 'GET',
    path: '/api/tasks',
    query: { after },
    headers: headersOf(accessToken),
    signal,
  })
  requireAnswer(answer)
  const page = changes.safeParse(answer.body)
  if (!page.success) throw new ProviderUnavailable()
  return page.data
}

/** The provider answers the same command id with its first outcome, so that it may be sent again. */
export async function sendCommand(
  { api, accessToken, signal }: Request,
  { commandId, action, externalId }: Action,
): Promise<ActionOutcome> {
  const answer = await api.send({
    method: 'POST',
    path: `/api/tasks/${encodeURIComponent(externalId)}/${action}`,
    headers: { ...headersOf(accessToken), 'idempotency-key': commandId },
    idempotent: true,
    signal,
  })
  if (answer.status === 404) return 'gone'
  if (answer.status === 400) return 'refused'
  requireAnswer(answer)
  return 'done'
}

const headersOf = (accessToken: string) => ({
  accept: 'application/json',
  authorization: `Bearer ${accessToken}`,
})

/** One object that cannot be read must not hide the others. */
const readable = (items: readonly unknown[]): z.output<typeof task>[] =>
  items.flatMap((item) => {
    const parsed = task.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })

const toTask = (source: z.output<typeof task>): ExternalTask => ({
  externalId: source.id,
  title: source.title,
  notes: source.notes,
  url: null,
  projectExternalId: null,
  parentExternalId: null,
  priority: 4,
  dueAt: null,
  dueOn: source.due_on,
  isRecurring: false,
  deadlineOn: null,
  minutes: null,
  labels: 0,
  isCompletable: true,
  isChecked: source.is_done,
  isDeleted: source.is_deleted,
  addedAt: source.created_at,
  updatedAt: source.updated_at,
})
