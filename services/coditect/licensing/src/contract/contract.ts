import { defineContract, exportPersonalData } from '@triptych/kernel'
import { adminOperations } from './admin-operations.ts'
import { licenseChanged, licenseIssued, seatLeft, seatTaken } from './events.ts'
import { licenseOperations } from './license-operations.ts'
import { seatOperations } from './seat-operations.ts'

export const licensingContract = defineContract({
  name: 'licensing',
  description: 'Licences that follow subscriptions, and the seats that machines take of them.',
  events: [licenseIssued, licenseChanged, seatTaken, seatLeft],
  operations: { ...licenseOperations, ...seatOperations, ...adminOperations, exportPersonalData },
})
