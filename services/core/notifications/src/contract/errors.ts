import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('notifications', {
  email_incomplete: { kind: 'invalid', title: 'This mail lacks something that its template needs.' },
  email_not_found: { kind: 'not_found', title: 'There is no such mail.' },
  email_not_dead: { kind: 'conflict', title: 'Only a mail that was given up can be sent again.' },
  push_subscription_invalid: { kind: 'invalid', title: 'This push subscription cannot be used.' },
  push_subscription_not_found: { kind: 'not_found', title: 'There is no such push subscription.' },
  link_invalid: { kind: 'rejected', title: 'This link is not valid. Open the newest mail and use its link.' },
})
