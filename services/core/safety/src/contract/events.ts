import { defineEvent } from '@triptych/kernel'
import { CrisisRecordedSchema } from './gen/safety/v1/events_pb.ts'

/** Help was given to a person in danger. */
export const crisisRecorded = defineEvent('safety.crisis.recorded.v1', CrisisRecordedSchema)
