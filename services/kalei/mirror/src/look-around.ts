import type { Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { tailMessages, tailOf } from './domain/tail.ts'
import type { Around } from './gates.ts'
import { openMessages } from './sealed-messages.ts'
import { findMessage, messageAfter, messagesBefore } from './store/messages.ts'
import { findSession } from './store/sessions.ts'
import type { MessageRow, SessionRow } from './store/tables.ts'

/** A place in a session of this person. */
export interface Place extends Around {
  readonly session: SessionRow
  /** The message that stands there; undefined at the end of the session. */
  readonly message: MessageRow | undefined
}

type Asked = { readonly sessionId: string } | { readonly messageId: string }

/** What is written around the end of a session or around one of its messages. */
export async function lookAround(
  deps: Pick<Deps, 'db' | 'ciphers'>,
  context: Context,
  asked: Asked,
): Promise<Place | undefined> {
  const rows = await deps.db.read(context, async (query) => {
    const message = 'messageId' in asked ? await findMessage(query, asked.messageId) : undefined
    const sessionId = 'sessionId' in asked ? asked.sessionId : message?.session_id
    const session = sessionId === undefined ? undefined : await findSession(query, sessionId)
    if (session === undefined) return undefined
    const position = message?.position ?? Number.MAX_SAFE_INTEGER
    const at = { position: Math.min(position, lastPosition), limit: tailMessages }
    const before = await messagesBefore(query, session.id, at)
    const next = message === undefined ? undefined : await messageAfter(query, session.id, position)
    return { session, message, before, next }
  })
  if (rows === undefined) return undefined
  const { session, message, before, next } = rows
  // A crisis that follows has had its own answer.
  const after = next === undefined || next.status === 'crisis' ? [] : [next]
  const opened = await openMessages(
    deps.ciphers,
    context,
    [...before, ...after].map((row) => ({ message: row, fragments: [] })),
  )
  const contents = opened.map(({ content }) => content)
  return {
    session,
    message,
    before: tailOf(contents.slice(0, before.length)),
    after: contents[before.length],
  }
}

const lastPosition = 2_147_483_647
