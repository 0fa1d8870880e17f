import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('metrics', {
  range_invalid: {
    kind: 'invalid',
    title: 'The first day must not be after the last, and at most a year before it.',
  },
})
