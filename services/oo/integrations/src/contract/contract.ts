import { defineContract, emptyInput, id, operation, exportPersonalData } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { connectorConnected, connectorDisconnected, reconnectNeeded, signalReceived } from './events.ts'
import {
  actOutcome,
  connector,
  provider,
  retentionDays,
  task,
  taskOutline,
  webhookReceipt,
} from './schemas.ts'

const byProvider = z.strictObject({ provider })

export const integrationsContract = defineContract({
  name: 'integrations',
  description:
    'Reads a person’s tasks where they keep them, acts on them when asked, and lets go completely.',
  events: [signalReceived, connectorConnected, connectorDisconnected, reconnectNeeded],
  operations: {
    listConnectors: operation({
      summary: 'Every connector, and how the person stands with it',
      access: { who: 'user', scope: 'oo:read' },
      http: { method: 'GET', path: '/connectors' },
      input: emptyInput,
      output: z.object({ items: z.array(connector) }),
    }),
    connect: operation({
      summary: 'Begin to connect',
      description:
        'An `oauth` connector answers with the address to send the person to; a `feed` connector is read at once and ' +
        'both fields are null. The consent (scopes, what for, retention) is recorded when the connection is made.',
      access: { who: 'user', scope: 'oo:write' },
      http: { method: 'POST', path: '/connectors/{provider}/connect' },
      input: z.strictObject({
        provider,
        retention_days: retentionDays.optional(),
        feed_url: z
          .url({ protocol: /^(https?|webcals?)$/ })
          .max(2_000)
          .optional()
          .describe('`feed` connectors only'),
      }),
      output: z.object({
        redirect_url: z.string().nullable(),
        state: z.string().nullable(),
        connector,
      }),
      errors: [
        errors.unknown_connector,
        errors.not_configured,
        errors.feed_refused,
        errors.provider_unavailable,
        errors.provider_busy,
      ],
      idempotency: 'sealed',
      timeoutMs: 20_000,
      examples: { input: { provider: 'todoist', retention_days: 30 } },
    }),
    finishConnect: operation({
      summary: 'Where the provider sends the person back to',
      description:
        'Only the person who began may finish. A browser is sent on to `/oo/connect`; a program gets the connector.',
      access: { who: 'user', scope: 'oo:write' },
      http: { method: 'GET', path: '/connectors/{provider}/callback' },
      input: z.object({
        provider,
        state: z.string().min(1).max(200),
        code: z.string().min(1).max(2_000).optional(),
        error: z.string().max(200).optional(),
      }),
      output: connector,
      errors: [
        errors.unknown_connector,
        errors.state_invalid,
        errors.access_denied,
        errors.not_configured,
        errors.provider_unavailable,
        errors.provider_busy,
      ],
      timeoutMs: 20_000,
    }),
    sync: operation({
      summary: 'Read the provider now',
      access: { who: 'user', scope: 'oo:write' },
      http: { method: 'POST', path: '/connectors/{provider}/sync' },
      input: byProvider,
      output: connector,
      errors: [
        errors.unknown_connector,
        errors.not_connected,
        errors.needs_reconnect,
        errors.provider_unavailable,
        errors.provider_busy,
      ],
      idempotency: 'sealed',
      limits: [{ per: 'actor', perMinute: 6 }],
      timeoutMs: 30_000,
    }),
    disconnect: operation({
      summary: 'Disconnect',
      description:
        'Reading and acting end at once. The access is taken back at the provider, tried again for up to seven days ' +
        'while the provider is away; `disconnection.state` of the connector says how that went.',
      access: { who: 'user', scope: 'oo:write' },
      http: { method: 'DELETE', path: '/connectors/{provider}' },
      input: byProvider,
      output: connector,
      errors: [errors.unknown_connector, errors.not_connected],
      idempotency: 'sealed',
    }),
    receiveWebhook: operation({
      summary: 'A provider’s hint that something changed',
      description:
        'The body is checked as it came, by its signature (`X-Todoist-Hmac-SHA256`); a delivery ' +
        '(`X-Todoist-Delivery-ID`) counts once and only asks for a reading.',
      access: { who: 'module' },
      servedAt: { method: 'POST', path: '/webhooks/todoist' },
      input: z.strictObject({
        provider,
        signature: z.string().max(200),
        delivery_id: z.string().max(200),
        body: z.string().max(1_000_000).describe('The raw body, base64'),
      }),
      output: webhookReceipt,
      errors: [errors.unknown_connector, errors.webhook_unauthentic],
    }),
    listOpenTasks: operation({
      summary: 'A person’s open tasks, from every connected provider',
      description:
        'What is known, at once and without words, which are opened one task at a time; a reading is asked for when ' +
        'the last is older than five minutes. Tasks that cannot be completed are left out.',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id, limit: z.int().min(1).max(2_000).default(1_000) }),
      output: z.object({ items: z.array(taskOutline), is_fresh: z.boolean() }),
    }),
    getOpenTask: operation({
      summary: 'One task if it is still open, else null',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id, task_id: id }),
      output: z.object({ task: task.nullable() }),
    }),
    act: operation({
      summary: 'Complete a task at its provider, or open it again',
      description:
        'The same `command_id` has its effect once, whatever happens between. `already` and `gone` are no errors: the ' +
        'person got what they wanted elsewhere. `unsupported`: this connector cannot, or a recurring task moved on.',
      access: { who: 'module' },
      input: z.strictObject({
        user_id: id,
        task_id: id,
        action: z.enum(['complete', 'reopen']),
        command_id: id,
      }),
      output: actOutcome,
      errors: [
        errors.needs_reconnect,
        errors.not_connected,
        errors.provider_unavailable,
        errors.provider_busy,
      ],
      timeoutMs: 30_000,
    }),
    exportPersonalData,
  },
})
