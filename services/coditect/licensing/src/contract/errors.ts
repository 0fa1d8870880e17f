import { defineErrors } from '@triptych/kernel'
import { z } from 'zod'
import { endReason, holder } from './schemas.ts'

export const errors = defineErrors('licensing', {
  license_not_found: { kind: 'not_found', title: 'There is no such licence.' },
  machine_not_found: { kind: 'not_found', title: 'There is no such machine.' },
  session_not_found: { kind: 'not_found', title: 'There is no such session.' },
  suspended: { kind: 'forbidden', title: 'This licence is suspended until its subscription is paid.' },
  inactive: { kind: 'forbidden', title: 'This licence has ended with its subscription.' },
  member_required: {
    kind: 'forbidden',
    title: 'This licence is for members of its organisation. Sign in as one.',
  },
  machine_not_approved: {
    kind: 'forbidden',
    title: 'An administrator of the organisation has to approve this machine first.',
  },
  machine_limit: {
    kind: 'limited',
    title: 'This licence has seen too many new machines today. Try again tomorrow.',
  },
  no_seats: {
    kind: 'limited',
    title: 'Every seat of this licence is taken.',
    data: z.object({
      current_seats_used: z.number().int(),
      max_seats: z.number().int(),
      next_free_at: z.string().nullable().describe('When a seat frees unless its holder goes on'),
      holders: z.array(holder).optional().describe('For members of the organisation'),
    }),
  },
  session_expired: {
    kind: 'gone',
    title: 'This session has ended.',
    data: z.object({ reason: endReason }),
  },
  token_invalid: {
    kind: 'unauthenticated',
    title: 'This is no signed token of this session. Send the newest, or sign in.',
  },
  release_forbidden: {
    kind: 'forbidden',
    title: 'This is another person’s machine. An administrator of the organisation can release it.',
  },
})
