import { expect, it } from 'vitest'
import { z } from 'zod'
import { type Client, defineContract, emptyInput, newId, operation, systemClock } from './index.ts'
import { createClient, createDispatcher, localLink, type OnceGuard } from './server.ts'

const keeps = z.object({ outcome_of: z.string().nullable() })
const access = { who: 'user' } as const

const contract = defineContract({
  name: 'desk',
  description: 'Two writes, of which one leads to the other.',
  operations: {
    outer: operation({ summary: 'Outer', access, input: emptyInput, output: keeps, idempotency: 'sealed' }),
    inner: operation({ summary: 'Inner', access, input: emptyInput, output: keeps }),
  },
})

const guard: OnceGuard = { begin: async () => ({ state: 'none' }), end: async () => undefined }

function open(): Client<typeof contract> {
  const dispatcher = createDispatcher({
    contract,
    clock: systemClock,
    once: guard,
    onUnexpected: () => undefined,
    handlers: {
      outer: async (context) => client.inner(context, {}),
      inner: async ({ once }) => ({ outcome_of: once?.operation ?? null }),
    },
  })
  const client: Client<typeof contract> = createClient(contract, localLink(dispatcher, { clone: true }))
  return client
}

it('lets nobody whom a write calls keep an outcome in its name', async () => {
  const actor = {
    kind: 'user' as const,
    userId: newId(),
    sessionId: newId(),
    roles: [],
    authenticatedAt: systemClock.now(),
    emailVerified: true,
  }
  const deadline = systemClock.now() + 10_000
  const signal = new AbortController().signal
  const context = { requestId: newId(), actor, deadline, idempotencyKey: 'a-key', signal }
  expect(await open().outer(context, {})).toEqual({ outcome_of: null })
})
