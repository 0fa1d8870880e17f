import { defineEvent } from '@triptych/kernel'
import {
  LicenseChangedSchema,
  LicenseIssuedSchema,
  SeatLeftSchema,
  SeatTakenSchema,
} from './gen/licensing/v1/events_pb.ts'

/** A subscription has its licence. */
export const licenseIssued = defineEvent('licensing.license.issued.v1', LicenseIssuedSchema)

/** A licence's state, plan, key or rules are not as they were. */
export const licenseChanged = defineEvent('licensing.license.changed.v1', LicenseChangedSchema)

/** A machine holds a seat. */
export const seatTaken = defineEvent('licensing.seat.taken.v1', SeatTakenSchema)

/** A seat is free again. */
export const seatLeft = defineEvent('licensing.seat.left.v1', SeatLeftSchema)
