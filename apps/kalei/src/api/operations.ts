import { privacyContract } from '@triptych/privacy/contract'
import { defineContract, id, operation } from '@triptych/kernel'
import { z } from 'zod'

/**
 * The receipt's public route. It takes the receipt's own token, as there is no account any more, and so
 * stands outside the privacy service's operations for people.
 */
export const receiptContract = defineContract({
  name: 'receipt',
  description: 'What was erased with an account.',
  operations: {
    getReceipt: operation({
      summary: 'The receipt of an erasure',
      access: { who: 'anonymous' },
      http: { method: 'GET', path: '/privacy/receipts/{id}' },
      input: z.strictObject({ id }),
      output: privacyContract.operations.getReceipt.output,
    }),
  },
})
