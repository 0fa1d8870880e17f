import { defineEvent } from '@triptych/kernel'
import { TurnCreatedSchema, TurnDeletedSchema, TurnSavedSchema } from './gen/turn/v1/events_pb.ts'

/** A thought was turned; a crisis never is. */
export const turnCreated = defineEvent('turn.turn.created.v1', TurnCreatedSchema)

/** The person keeps a turn. */
export const turnSaved = defineEvent('turn.turn.saved.v1', TurnSavedSchema)

/** Everything derived from the turn goes too. */
export const turnDeleted = defineEvent('turn.turn.deleted.v1', TurnDeletedSchema)
