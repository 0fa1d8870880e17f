import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('turn', {
  not_found: { kind: 'not_found', title: 'There is no such turn.' },
})
