import { defineContract, emptyInput, noOutput, operation } from '@triptych/kernel'

/** One operation that a browser calls, one that only modules call. */
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
    tell: operation({
      summary: 'Tell a module',
      access: { who: 'module' },
      input: emptyInput,
      output: noOutput,
    }),
  },
})
