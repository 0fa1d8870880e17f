import { defineContract } from '@triptych/kernel'
import { accountOperations } from './account.ts'
import { authOperations } from './auth.ts'
import { events } from './events.ts'
import { internalOperations } from './internal.ts'
import { organizationOperations } from './organizations.ts'
import { signInOperations } from './sign-in.ts'

export const identityContract = defineContract({
  name: 'identity',
  description: 'Accounts, sign-in, devices, organisations, consents and the keys of people.',
  events: Object.values(events),
  operations: {
    ...authOperations,
    ...signInOperations,
    ...accountOperations,
    ...organizationOperations,
    ...internalOperations,
  },
})
