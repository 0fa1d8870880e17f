import {
  aiGatewayErrors,
  fragment as detected,
  fragmentType,
  microAction,
  reframe,
} from '@triptych/ai-gateway/contract'
import { billingErrors } from '@triptych/billing/contract'
import {
  defineContract,
  emptyInput,
  id,
  noOutput,
  operation,
  pageInput,
  pageOf,
  exportPersonalData,
  text,
  timestamp,
} from '@triptych/kernel'
import { crisisSchema } from '@triptych/safety/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  messageAnalysed,
  messageDeleted,
  messageWithdrawn,
  sessionClosed,
  sessionDeleted,
  sessionStarted,
} from './events.ts'

const fragmentsByType = z.partialRecord(fragmentType, z.number().int())

const fragment = detected.extend({ id })

const message = z.object({
  id,
  session_id: id
    .nullable()
    .describe('Null when help was given for words that are not kept: their session is gone or closed'),
  status: z.enum(['ok', 'crisis']),
  content: z.string(),
  fragments: z.array(fragment),
  crisis: crisisSchema.nullable(),
  engine: z.string().nullable(),
  created_at: timestamp,
  edited_at: timestamp.nullable(),
})

export type FragmentDto = z.output<typeof fragment>
export type MessageDto = z.output<typeof message>
export type FragmentsByType = z.output<typeof fragmentsByType>

const session = z.object({
  id,
  started_at: timestamp,
  closed_at: timestamp.nullable(),
  messages: z.number().int(),
  fragments_by_type: fragmentsByType,
})

export type SessionDto = z.output<typeof session>

const turnedFragment = z.object({
  id,
  status: z.enum(['ok', 'crisis']),
  reframes: z.array(reframe).describe('Three, or none in a crisis'),
  micro_action: microAction.nullable(),
  engine: z.string().nullable(),
  crisis: crisisSchema.nullable(),
})

export type TurnedFragmentDto = z.output<typeof turnedFragment>

const write = { who: 'user', scope: 'kalei:write' } as const
const read = { who: 'user', scope: 'kalei:read' } as const
const content = text(20_000)
/** Behind the safety check, so that nobody in danger meets it. */
export const requests = { per: 'actor', perMinute: 30, takenInside: 'mirror.requests' } as const
const modelErrors = [aiGatewayErrors.paused, aiGatewayErrors.interrupted] as const

export const mirrorContract = defineContract({
  name: 'mirror',
  description:
    'Write freely; distorted thoughts are found in your own words and can be turned one at a time.',
  events: [sessionStarted, sessionClosed, sessionDeleted, messageAnalysed, messageWithdrawn, messageDeleted],
  operations: {
    startSession: operation({
      summary: 'Start a session',
      access: write,
      http: { method: 'POST', path: '/mirror/sessions', status: 201 },
      input: emptyInput,
      output: z.object({ id, started_at: timestamp }),
      errors: [billingErrors.limit_reached],
      idempotency: { render: 'getSession' },
    }),
    listSessions: operation({
      summary: 'Your sessions, newest first',
      access: read,
      http: { method: 'GET', path: '/mirror/sessions' },
      input: z.strictObject(pageInput),
      output: pageOf(session),
    }),
    getSession: operation({
      summary: 'One session with its messages',
      access: read,
      http: { method: 'GET', path: '/mirror/sessions/{id}' },
      input: z.strictObject({ id }),
      output: session.extend({ reflection: z.string().nullable(), items: z.array(message) }),
      errors: [errors.session_not_found],
    }),
    deleteSession: operation({
      summary: 'Delete a session and everything derived from it',
      access: write,
      http: { method: 'DELETE', path: '/mirror/sessions/{id}', status: 204 },
      input: z.strictObject({ id }),
      output: noOutput,
      errors: [errors.session_not_found],
      idempotency: 'done',
    }),
    closeSession: operation({
      summary: 'Close a session with a reflection',
      access: write,
      http: { method: 'POST', path: '/mirror/sessions/{id}/close' },
      input: z.strictObject({ id }),
      output: z.object({
        id,
        reflection: z.string(),
        fragments_by_type: fragmentsByType,
        engine: z.string().nullable(),
        crisis: crisisSchema.nullable().describe('Help, when the session as a whole sounds like danger'),
      }),
      errors: [errors.session_not_found, ...modelErrors],
      idempotency: 'sealed',
      limits: [requests],
      timeoutMs: 50_000,
    }),
    sendMessage: operation({
      summary: 'Write; the answer marks distorted thoughts, or gives help when the words sound like danger',
      access: write,
      http: { method: 'POST', path: '/mirror/messages', status: 201 },
      input: z.strictObject({ session_id: id, content }),
      output: message,
      errors: [errors.session_not_found, errors.session_closed, ...modelErrors],
      idempotency: { render: 'getMessage' },
      limits: [requests],
      timeoutMs: 50_000,
    }),
    getMessage: operation({
      summary: 'One message, for a repeated request',
      access: { who: 'module' },
      input: z.strictObject({ id }),
      output: message,
      errors: [errors.message_not_found],
    }),
    editMessage: operation({
      summary: 'Change a message; it passes all gates again',
      access: write,
      http: { method: 'PATCH', path: '/mirror/messages/{id}' },
      input: z.strictObject({ id, content }),
      output: message,
      errors: [errors.message_not_found, errors.session_closed, ...modelErrors],
      idempotency: { render: 'getMessage' },
      limits: [requests],
      timeoutMs: 50_000,
    }),
    deleteMessage: operation({
      summary: 'Delete a message and its fragments',
      access: write,
      http: { method: 'DELETE', path: '/mirror/messages/{id}', status: 204 },
      input: z.strictObject({ id }),
      output: noOutput,
      errors: [errors.message_not_found],
      idempotency: 'done',
    }),
    reframeFragment: operation({
      summary: 'Turn one fragment; does not count as a Turn',
      access: write,
      http: { method: 'POST', path: '/mirror/fragments/{id}/reframe' },
      input: z.strictObject({ id }),
      output: turnedFragment,
      errors: [errors.fragment_not_found, errors.reframe_limit, ...modelErrors],
      idempotency: 'sealed',
      limits: [requests],
      timeoutMs: 50_000,
    }),
    exportPersonalData,
  },
})
