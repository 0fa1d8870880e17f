import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('__name__', {
  not_found: { kind: 'not_found', title: 'There is no such entry.' },
  full: { kind: 'conflict', title: 'There is no room for another entry. Delete one first.' },
})
