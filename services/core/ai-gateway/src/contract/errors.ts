import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('ai-gateway', {
  paused: {
    kind: 'unavailable',
    title: 'This is resting until more of this month’s budget is free. Your writing is safe.',
  },
  interrupted: {
    kind: 'unavailable',
    title: 'The answer broke off before its end. Nothing of it was kept; try again.',
  },
})
