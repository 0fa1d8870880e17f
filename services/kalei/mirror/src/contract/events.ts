import { defineEvent } from '@triptych/kernel'
import {
  MessageAnalysedSchema,
  MessageDeletedSchema,
  MessageWithdrawnSchema,
  SessionClosedSchema,
  SessionDeletedSchema,
  SessionStartedSchema,
} from './gen/mirror/v1/events_pb.ts'

/** A page was opened. */
export const sessionStarted = defineEvent('mirror.session.started.v1', SessionStartedSchema)

/** A page was closed; counts only. */
export const sessionClosed = defineEvent('mirror.session.closed.v1', SessionClosedSchema)

/** Everything derived from the session goes too. */
export const sessionDeleted = defineEvent('mirror.session.deleted.v1', SessionDeletedSchema)

/** What was found in a message, as counts; replaces earlier counts of the same message. A crisis never is announced. */
export const messageAnalysed = defineEvent('mirror.message.analysed.v1', MessageAnalysedSchema)

/** A message that was analysed sounds like danger now: nothing may be derived from it any more. */
export const messageWithdrawn = defineEvent('mirror.message.withdrawn.v1', MessageWithdrawnSchema)

/** Everything derived from the message goes too. */
export const messageDeleted = defineEvent('mirror.message.deleted.v1', MessageDeletedSchema)
