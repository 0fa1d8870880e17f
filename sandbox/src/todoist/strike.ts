import type { FastifyReply } from 'fastify'
import type { Clock } from '../kit/clock.ts'
import { connectionSignal } from '../kit/connection.ts'
import type { FaultOptions, Place, TodoistFaults } from './faults.ts'
import { faultsAt } from './target.ts'

const patienceMs = 15_000

export const goneText =
  'This endpoint is deprecated and no longer available. Use the API at /api/v1 instead.\n'

export function sendGone(reply: FastifyReply): FastifyReply {
  return reply.code(410).type('text/plain; charset=utf-8').send(goneText)
}

/** Breaks the connection without a byte of an answer. */
export function cut(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.destroy()
  return reply
}

/** Lets an armed fault of the transport have its way; true when it has answered. */
export async function strike(
  reply: FastifyReply,
  place: Place,
  { faults, clock }: { readonly faults: TodoistFaults; readonly clock: Clock },
  isMeant: (options: FaultOptions) => boolean = () => true,
): Promise<boolean> {
  const isHere = faultsAt(place)
  const matches = (options: FaultOptions): boolean => isHere(options) && isMeant(options)
  const slow = faults.take(['slow'], matches)
  if (slow !== undefined) {
    const asked = slow.options.delay_ms ?? 5000
    const isGone = await clock.wait(Math.min(asked, patienceMs), connectionSignal(reply.raw)).then(
      () => false,
      () => true,
    )
    if (isGone) cut(reply)
    else if (asked > patienceMs) reply.code(504).type('text/plain').send('Gateway Timeout\n')
    if (isGone || asked > patienceMs) return true
  }
  const fault = faults.take(['gone', 'server_error', 'cut_connection', 'html_body'], matches)
  if (fault === undefined) return false
  const { kind, options } = fault
  if (kind === 'cut_connection') cut(reply)
  else if (kind === 'gone') sendGone(reply)
  else if (kind === 'html_body') sendHtml(reply, options.status ?? 502)
  else
    reply
      .code(options.status ?? 503)
      .type('text/plain')
      .send('Service Unavailable\n')
  return true
}

function sendHtml(reply: FastifyReply, status: number): void {
  reply
    .code(status)
    .type('text/html')
    .send(
      '<!doctype html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>',
    )
}
