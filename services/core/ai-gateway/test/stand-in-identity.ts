import { consumer, defineConsumers } from '@triptych/bus'
import { defineConfig } from '@triptych/config'
import { auditRecorded, defineContract, type EventBody, operation } from '@triptych/kernel'
import { defineModule } from '@triptych/runtime'
import { z } from 'zod'

/** What people of a test agreed to: `user:provider:region`. */
export type Agreed = Set<string>

const contract = defineContract({
  name: 'identity',
  description: 'The one question that the gateway asks identity, answered by the test.',
  operations: {
    hasConsent: operation({
      summary: 'Whether a person agrees',
      access: { who: 'module' },
      input: z.object({
        user_id: z.string(),
        purpose: z.literal('model_processing'),
        provider: z.string(),
        region: z.string(),
      }),
      output: z.object({
        granted: z.boolean(),
        provider: z.string().nullable(),
        region: z.string().nullable(),
      }),
    }),
  },
})

export type Audit = EventBody<typeof auditRecorded>

/** Identity reduced to consent, so that these tests stand on the gateway alone; it also hears what is to be audited. */
export const standInIdentity = (agreed: Agreed, audits: Audit[]) =>
  defineModule({
    contract,
    needs: {},
    config: defineConfig({}),
    migrations: new URL('no-migrations/', import.meta.url),
    create: () => ({
      handlers: {
        hasConsent: async (_context, { user_id, provider, region }) => ({
          granted: agreed.has(`${user_id}:${provider}:${region}`),
          provider,
          region,
        }),
      },
      consumers: defineConsumers({
        note: consumer({ event: auditRecorded, handle: async (_context, body) => void audits.push(body) }),
      }),
    }),
    edge: () => ({
      authenticator: {
        identify: async () => ({ actor: { kind: 'anonymous' as const }, via: 'none' as const }),
        tenantOf: async () => {
          throw new Error('nobody signs in here')
        },
      },
    }),
  })
