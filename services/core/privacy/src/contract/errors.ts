import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('privacy', {
  receipt_not_found: {
    kind: 'not_found',
    title: 'There is no such receipt, or its thirty days are over.',
  },
  archive_not_found: {
    kind: 'not_found',
    title: 'This archive is not kept any more. Ask for a new export.',
  },
  archive_too_large: {
    kind: 'too_large',
    title: 'This archive is too large to be made at once. Write to support for your copy.',
  },
})
