import { defineErrors } from '@triptych/kernel'
import { z } from 'zod'

export const errors = defineErrors('mirror', {
  session_not_found: { kind: 'not_found', title: 'There is no such session.' },
  session_closed: { kind: 'conflict', title: 'This session is closed. Start a new one to write on.' },
  message_not_found: { kind: 'not_found', title: 'There is no such message.' },
  fragment_not_found: { kind: 'not_found', title: 'There is no such fragment.' },
  reframe_limit: {
    kind: 'payment_required',
    title: 'You have turned as many fragments in this session as your plan includes.',
    data: z.object({
      limit: z.number().int(),
      used: z.number().int(),
      resets_at: z.null().describe('It belongs to the session, so time does not lift it'),
      upgrade_to: z.string().nullable(),
    }),
  },
})
