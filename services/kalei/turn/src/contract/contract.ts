import { aiGatewayErrors, microAction, reframe } from '@triptych/ai-gateway/contract'
import { billingErrors } from '@triptych/billing/contract'
import {
  defineContract,
  id,
  noOutput,
  operation,
  pageInput,
  pageOf,
  exportPersonalData,
  streamOperation,
  text,
  timestamp,
} from '@triptych/kernel'
import { crisisSchema } from '@triptych/safety/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { turnCreated, turnDeleted, turnSaved } from './events.ts'

const turn = z.object({
  id,
  status: z.enum(['ok', 'crisis']),
  thought: z.string(),
  reframes: z.array(reframe).describe('Three, or none in a crisis'),
  micro_action: microAction.nullable(),
  engine: z.string().nullable(),
  crisis: crisisSchema.nullable(),
  saved_at: timestamp.nullable(),
  created_at: timestamp,
})

export type TurnDto = z.output<typeof turn>

/** Behind the safety check, so that nobody in danger meets it. */
export const requests = { per: 'actor', perMinute: 30, takenInside: 'turn.requests' } as const

export const turnContract = defineContract({
  name: 'turn',
  description: 'One heavy thought becomes three other views and one small action.',
  events: [turnCreated, turnSaved, turnDeleted],
  operations: {
    createTurn: streamOperation({
      summary: 'Turn a thought',
      description: 'JSON, or server-sent events for a client that accepts `text/event-stream`.',
      access: { who: 'user', scope: 'kalei:write' },
      http: { method: 'POST', path: '/turns', status: 201 },
      input: z.strictObject({ thought: text(5_000) }),
      event: z.discriminatedUnion('type', [
        z.object({ type: z.literal('meta'), id, engine: z.string() }),
        z.object({ type: z.literal('reframe'), lens: reframe.shape.lens, text: z.string() }),
        z.object({ type: z.literal('micro_action'), text: z.string(), minutes: z.number().int() }),
        z.object({ type: z.literal('crisis'), id, crisis: crisisSchema }),
        z.object({ type: z.literal('restart') }),
        z.object({ type: z.literal('done'), turn }),
      ]),
      output: turn,
      eventsOf: (saved) =>
        saved.crisis === null
          ? [
              { type: 'meta' as const, id: saved.id, engine: saved.engine ?? '' },
              ...saved.reframes.map((view) => ({ type: 'reframe' as const, ...view })),
              ...(saved.micro_action === null
                ? []
                : [{ type: 'micro_action' as const, ...saved.micro_action }]),
              { type: 'done' as const, turn: saved },
            ]
          : [
              { type: 'crisis' as const, id: saved.id, crisis: saved.crisis },
              { type: 'done' as const, turn: saved },
            ],
      errors: [billingErrors.limit_reached, aiGatewayErrors.paused, aiGatewayErrors.interrupted],
      idempotency: { render: 'getTurn' },
      limits: [requests],
      timeoutMs: 50_000,
      examples: { input: { thought: 'I always ruin everything I touch.' } },
    }),
    listTurns: operation({
      summary: 'Your turns, newest first',
      access: { who: 'user', scope: 'kalei:read' },
      http: { method: 'GET', path: '/turns' },
      input: z.strictObject({ ...pageInput, saved: z.stringbool().optional() }),
      output: pageOf(turn),
    }),
    getTurn: operation({
      summary: 'One turn',
      access: { who: 'user', scope: 'kalei:read' },
      http: { method: 'GET', path: '/turns/{id}' },
      input: z.strictObject({ id }),
      output: turn,
      errors: [errors.not_found],
    }),
    saveTurn: operation({
      summary: 'Keep a turn',
      access: { who: 'user', scope: 'kalei:write' },
      http: { method: 'POST', path: '/turns/{id}/save' },
      input: z.strictObject({ id }),
      output: turn,
      errors: [errors.not_found],
      idempotency: { render: 'getTurn' },
    }),
    deleteTurn: operation({
      summary: 'Delete a turn and what was derived from it',
      access: { who: 'user', scope: 'kalei:write' },
      http: { method: 'DELETE', path: '/turns/{id}', status: 204 },
      input: z.strictObject({ id }),
      output: noOutput,
      errors: [errors.not_found],
      idempotency: 'done',
    }),
    exportPersonalData,
  },
})
