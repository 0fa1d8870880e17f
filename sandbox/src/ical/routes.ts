import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { connectionSignal } from '../kit/connection.ts'
import type { Calendar } from './calendar.ts'
import type { IcalFaultKind, IcalFaults } from './faults.ts'

interface IcalParts {
  readonly calendar: Calendar
  readonly faults: IcalFaults
  readonly clock: Clock
  /** Counts the readings, for tests that must know that none was made. */
  count(): void
}

const newTodo = z.strictObject({
  summary: z.string().min(1).max(500),
  due: z
    .string()
    .regex(/^\d{8}(T\d{6}Z)?$/)
    .optional(),
  rrule: z.string().max(300).optional(),
  priority: z.int().min(0).max(9).optional(),
})
const change = newTodo.pick({ summary: true, due: true }).partial()

const inTheWay: readonly IcalFaultKind[] = [
  'http_404',
  'http_401',
  'http_429',
  'http_5xx',
  'html',
  'bad_ics',
  'huge',
  'cut_connection',
  'private_redirect',
]

export function mountIcal(app: FastifyInstance, parts: IcalParts): void {
  const { calendar } = parts
  app.get('/household.ics', (request, reply) => sendCalendar(parts, request.headers['if-none-match'], reply))
  app.get('/todos', () => ({ items: calendar.list() }))
  app.post('/todos', (request, reply) => {
    const todo = newTodo.safeParse(request.body)
    if (!todo.success) return reply.code(400).send({ error: z.prettifyError(todo.error) })
    return reply.code(201).send(calendar.add(todo.data))
  })
  app.post<{ Params: { uid: string; verb: string } }>('/todos/:uid/:verb', (request, reply) => {
    const { uid, verb } = request.params
    const changed = changeTodo(calendar, uid, verb, request.body)
    return changed === undefined ? reply.code(404).send({ error: 'There is no such to-do.' }) : changed
  })
}

function changeTodo(calendar: Calendar, uid: string, verb: string, body: unknown): unknown {
  if (verb === 'complete') return calendar.change(uid, { status: 'COMPLETED' })
  if (verb === 'reopen') return calendar.change(uid, { status: 'NEEDS-ACTION' })
  if (verb === 'delete') return calendar.remove(uid) ? { uid } : undefined
  const parsed = change.safeParse(body)
  return verb === 'update' && parsed.success ? calendar.change(uid, parsed.data) : undefined
}

async function sendCalendar(
  { calendar, faults, clock, count }: IcalParts,
  known: string | undefined,
  reply: FastifyReply,
): Promise<FastifyReply> {
  count()
  const slow = faults.take(['slow'])
  if (slow !== undefined) {
    await clock.wait(slow.options.delay_ms ?? 30_000, connectionSignal(reply.raw)).catch(() => undefined)
  }
  const fault = faults.take(inTheWay)
  if (fault !== undefined) return misbehave(reply, fault.kind, fault.options, calendar)
  const etag = calendar.etag()
  if (faults.take(['no_validators']) === undefined) {
    reply.header('etag', etag)
    if (known === etag) return reply.code(304).send()
  }
  return reply.type('text/calendar; charset=utf-8').send(calendar.text())
}

function misbehave(
  reply: FastifyReply,
  kind: IcalFaultKind,
  {
    status = 503,
    retry_after: seconds = 60,
  }: { status?: number | undefined; retry_after?: number | undefined },
  calendar: Calendar,
): FastifyReply {
  const calendarType = 'text/calendar; charset=utf-8'
  if (kind === 'http_404') return reply.code(404).type('text/plain').send('Not Found\n')
  if (kind === 'http_401') return reply.code(401).type('text/plain').send('Unauthorized\n')
  if (kind === 'http_429') return reply.code(429).header('retry-after', seconds).send()
  if (kind === 'http_5xx') return reply.code(status).type('text/plain').send('Service Unavailable\n')
  if (kind === 'html') return reply.type('text/html').send('<!doctype html><title>Sign in</title>\n')
  if (kind === 'bad_ics') return reply.type(calendarType).send(calendar.text().slice(0, 300))
  if (kind === 'huge')
    return reply.type(calendarType).send(`BEGIN:VCALENDAR\r\n${'X'.repeat(12 * 1024 * 1024)}`)
  if (kind === 'private_redirect') return reply.redirect('http://10.0.0.1/household.ics', 302)
  reply.hijack()
  reply.raw.destroy()
  return reply
}
