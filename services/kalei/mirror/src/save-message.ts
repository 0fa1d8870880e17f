import { type Context, isoTime, userIdOf } from '@triptych/kernel'
import type { Transaction } from '@triptych/db'
import type { Crisis } from '@triptych/safety/contract'
import { messageAnalysed, messageWithdrawn } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { countByType, type Message } from './domain/message.ts'
import { judge } from './gates.ts'
import { lookAround } from './look-around.ts'
import { sealMessage, type SealedMessage } from './sealed-messages.ts'
import { forgetAnswers } from './store/kept-answers.ts'
import { dropFragments, findMessage, insertFragments, nextPosition } from './store/messages.ts'
import { lockSession, touchSession } from './store/sessions.ts'
import type { MirrorTables } from './store/tables.ts'

export type How = 'new' | 'edit'
type Saved = 'saved' | 'missing' | 'closed' | 'moved'

export const asCrisis = (message: Message, crisis: Crisis): Message => ({
  ...message,
  fragments: [],
  engine: null,
  promptVersion: null,
  crisis,
})

/**
 * Saves a message that was judged beside `revision` of its session. When others wrote into the session meanwhile,
 * it is judged again beside their words: risk that is split over two messages does not slip between them.
 */
export async function saveAnalysed(
  deps: Deps,
  context: Context,
  analysed: Message,
  as: { readonly how: How; readonly revision: number },
): Promise<{ readonly outcome: Exclude<Saved, 'moved'>; readonly message: Message }> {
  let { revision } = as
  for (;;) {
    const outcome = await writeMessage(deps, context, analysed, { how: as.how, revision })
    if (outcome !== 'moved') return { outcome, message: analysed }
    const asked = as.how === 'edit' ? { messageId: analysed.id } : { sessionId: analysed.sessionId }
    const place = await lookAround(deps, context, asked)
    if (place === undefined) return { outcome: 'missing', message: analysed }
    const path = as.how === 'edit' ? 'mirror.edit' : 'mirror.message'
    const crisis = await judge(deps, context, { path, content: analysed.content }, place)
    if (crisis !== null) {
      return {
        outcome: 'saved',
        message: await keepCrisis(deps, context, asCrisis(analysed, crisis), as.how),
      }
    }
    revision = place.session.revision
  }
}

/** Keeps a crisis text in its session when that is open. Help goes out even when it cannot be kept, and says so. */
export async function keepCrisis(deps: Deps, context: Context, message: Message, how: How): Promise<Message> {
  try {
    const outcome = await writeMessage(deps, context, message, { how, revision: undefined })
    return outcome === 'saved' ? message : { ...message, isLost: true }
  } catch (error) {
    deps.logger.for(context).error({ error }, 'mirror.crisis_not_kept')
    return { ...message, isLost: true }
  }
}

async function writeMessage(
  deps: Deps,
  context: Context,
  message: Message,
  as: { readonly how: How; readonly revision: number | undefined },
): Promise<Saved> {
  const sealed = await sealMessage(deps.ciphers, context, userIdOf(context.actor) ?? '', message)
  return deps.db.write(context, async (transaction) => {
    const { query } = transaction
    const session = await lockSession(query, message.sessionId)
    if (session === undefined) return 'missing'
    if (session.closed_at !== null) return 'closed'
    if (as.revision !== undefined && session.revision !== as.revision) return 'moved'
    const before = as.how === 'edit' ? await findMessage(query, message.id) : undefined
    if (as.how === 'edit' && before === undefined) return 'missing'
    if (before === undefined) await insertMessage(transaction, sealed)
    else await replaceMessage(transaction, sealed)
    await insertFragments(query, sealed.fragments)
    await touchSession(query, session.id, { forget: false })
    announce(transaction, deps, message, { userId: session.user_id, wasOk: before?.status === 'ok' })
    transaction.remember({ id: message.id })
    return 'saved'
  })
}

async function insertMessage(
  { query }: Transaction<MirrorTables>,
  { message }: SealedMessage,
): Promise<void> {
  const position = await nextPosition(query, message.session_id)
  await query
    .insertInto('mirror_messages')
    .values({ ...message, position })
    .execute()
}

async function replaceMessage(
  { query }: Transaction<MirrorTables>,
  { message }: SealedMessage,
): Promise<void> {
  const { status, sealed_content, sealed_crisis, engine, prompt_version, edited_at } = message
  await dropFragments(query, message.id)
  await forgetAnswers(query)
  await query
    .updateTable('mirror_messages')
    .set({ status, sealed_content, sealed_crisis, engine, prompt_version, edited_at })
    .where('id', '=', message.id)
    .execute()
}

function announce(
  { emit }: Transaction<MirrorTables>,
  deps: Pick<Deps, 'clock'>,
  message: Message,
  about: { readonly userId: string; readonly wasOk: boolean },
): void {
  const ids = { messageId: message.id, sessionId: message.sessionId, userId: about.userId }
  const now = isoTime(deps.clock)
  if (message.crisis === null) {
    emit(messageAnalysed, {
      ...ids,
      engine: message.engine ?? '',
      fragmentsByType: countByType(message.fragments),
      writtenAt: message.createdAt,
      analysedAt: now,
    })
  } else if (about.wasOk) {
    emit(messageWithdrawn, { ...ids, withdrawnAt: now })
  }
}
