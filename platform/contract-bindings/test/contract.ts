import { defineContract, emptyInput, noOutput, operation } from '@triptych/kernel'

/** One operation that every browser calls, one that administrators' do, one that only modules call. */
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
    tell: operation({
      summary: 'Tell a module',
      access: { who: 'module' },
      input: emptyInput,
      output: noOutput,
    }),
  },
})
