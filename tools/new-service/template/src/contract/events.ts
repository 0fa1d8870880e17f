import { defineEvent } from '@triptych/kernel'
import { EntryCreatedSchema } from './gen/__snake__/v1/events_pb.ts'

export const entryCreated = defineEvent('__name__.entry.created.v1', EntryCreatedSchema)
