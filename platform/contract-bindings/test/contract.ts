import { defineContract, emptyInput, noOutput, operation } from '@triptych/kernel'

/** What every browser calls, what administrators' do, a module's own route, a provider's webhook, and what only modules call. */
export const exampleContract = defineContract({
  name: 'example',
  description: 'Nothing that a browser needs.',
  operations: {
    greet: operation({
      summary: 'Greet',
      access: { who: 'anonymous' },
      http: { method: 'POST', path: '/greetings', status: 204 },
      input: emptyInput,
      output: noOutput,
    }),
    oversee: operation({
      summary: 'Oversee',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/greetings' },
      input: emptyInput,
      output: noOutput,
    }),
    prove: operation({
      summary: 'For whoever holds the token',
      access: { who: 'module' },
      servedAt: { method: 'GET', path: '/proofs/{id}', bearer: 'token' },
      input: emptyInput,
      output: noOutput,
    }),
    hear: operation({
      summary: 'Hear a provider',
      access: { who: 'module' },
      servedAt: { method: 'POST', path: '/webhooks/provider' },
      input: emptyInput,
      output: noOutput,
    }),
    tell: operation({
      summary: 'Tell a module',
      access: { who: 'module' },
      input: emptyInput,
      output: noOutput,
    }),
  },
})
