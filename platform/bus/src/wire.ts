import type { JsMsg } from '@nats-io/jetstream'
import { headers, type MsgHdrs } from '@nats-io/transport-node'
import type { EventRow } from './event-row.ts'

const names = {
  id: 'Triptych-Event-Id',
  traceparent: 'traceparent',
  occurredAt: 'Triptych-Occurred-At',
  user: 'Triptych-User-Id',
  organization: 'Triptych-Organization-Id',
} as const

/** Who an event is about travels in headers alone: subjects and message ids end up in logs and metrics. */
export function headersOf(event: EventRow): MsgHdrs {
  const carried = headers()
  carried.set(names.id, event.id)
  carried.set(names.occurredAt, event.occurred_at)
  if (event.traceparent !== null) carried.set(names.traceparent, event.traceparent)
  if (event.user_id !== null) carried.set(names.user, event.user_id)
  if (event.organization_id !== null) carried.set(names.organization, event.organization_id)
  return carried
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The event of a message, or undefined when no relay wrote it. */
export function eventOf(message: JsMsg, subject: string): EventRow | undefined {
  const read = (name: string): string | null => message.headers?.get(name) || null
  const [id, occurredAt] = [read(names.id), read(names.occurredAt)]
  const [user, organization] = [read(names.user), read(names.organization)]
  const idsAreSound = [user, organization].every((value) => value === null || uuid.test(value))
  if (id === null || !uuid.test(id) || !idsAreSound) return undefined
  if (occurredAt === null || Number.isNaN(Date.parse(occurredAt))) return undefined
  return {
    id,
    subject,
    body: message.data,
    user_id: user,
    organization_id: organization,
    traceparent: read(names.traceparent),
    occurred_at: occurredAt,
  }
}
