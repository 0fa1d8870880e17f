import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('operations', {
  dead_letter_not_found: {
    kind: 'not_found',
    title: 'There is no such dead letter. It may have been replayed already.',
  },
})
