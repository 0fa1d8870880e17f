import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('safety', {
  event_not_found: { kind: 'not_found', title: 'There is no such safety event.' },
})
