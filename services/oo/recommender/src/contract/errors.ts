import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('recommender', {
  no_candidates: {
    kind: 'not_found',
    title: 'There is nothing to suggest right now. Connect your tasks, or come back later.',
  },
  tip_not_found: { kind: 'not_found', title: 'There is no such tip.' },
  snooze_in_past: { kind: 'invalid', title: 'Choose a time that is still to come.' },
  unknown_policy: { kind: 'invalid', title: 'There is no such policy.' },
  log_unreadable: { kind: 'invalid', title: 'This log cannot be read.' },
  log_too_small: { kind: 'invalid', title: 'This log says too little about that policy.' },
})
