import { type Context, failure, type HandlerOf, isoTime, refuseFlood, requestErrors } from '@triptych/kernel'
import { type FragmentsByType, type mirrorContract, requests } from '../contract/contract.ts'
import { sessionClosed } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { countByType, type Message } from '../domain/message.ts'
import { blankPage, helpFirst, latestOf, untouchedPage } from '../domain/reflection.ts'
import { openMessages } from '../sealed-messages.ts'
import { type Ending, openEnding, sealEnding } from '../sealed-reflections.ts'
import { messagesOf, withFragments } from '../store/messages.ts'
import { findSession, lockSession } from '../store/sessions.ts'
import type { SessionRow } from '../store/tables.ts'
import { withdrawMessage } from '../withdraw-message.ts'

const triesMax = 4

interface Page {
  readonly session: SessionRow
  readonly messages: readonly Message[]
}

/** A reflection on what may be derived from; kept, so that closing again gives the same answer. */
export const closeSession =
  (deps: Deps): HandlerOf<typeof mirrorContract, 'closeSession'> =>
  async (context, { id }, fail) => {
    let danger: Ending['crisis'] = null
    for (let tries = 1; tries <= triesMax; tries += 1) {
      let page = await readPage(deps, context, id)
      if (page === undefined) throw fail('mirror.session_not_found')
      const kept = await openEnding(deps.ciphers, context, page.session)
      if (kept !== null) return toAnswer(page, kept)
      if (danger === null) {
        danger = await dangerIn(deps, context, page)
        if (danger !== null) page = (await readPage(deps, context, id)) ?? page
      }
      const ending =
        danger === null ? await drawEnding(deps, context, page) : { reflection: helpFirst, crisis: danger }
      const answer = toAnswer(page, ending)
      if (await keepEnding(deps, context, { page, ending, answer })) return answer
      // Somebody wrote on or closed the page meanwhile: it is read again.
    }
    throw failure(requestErrors.in_progress, { retryAfterMs: 1_000 })
  }

/** Crisis texts, disputed or not, stand outside of everything that is drawn from a page. */
const usableOf = (page: Page): Message[] => latestOf(page.messages.filter(({ crisis }) => crisis === null))

/** The words of the page as a whole; messages that are dangerous by themselves are flagged, too. */
async function dangerIn(deps: Deps, context: Context, page: Page): Promise<Ending['crisis']> {
  const usable = usableOf(page)
  if (usable.length === 0) return null
  const asked = { user_id: page.session.user_id, path: 'mirror.close' } as const
  const text = usable.map(({ content }) => content).join('\n\n')
  const danger = await deps.safety.check(context, { ...asked, text })
  if (danger === null) return null
  for (const message of usable) {
    const crisis = await deps.safety.check(context, { ...asked, text: message.content })
    if (crisis !== null) await withdrawMessage(deps, context, { message: { ...message, crisis } })
  }
  return danger
}

async function readPage(deps: Deps, context: Context, id: string): Promise<Page | undefined> {
  const found = await deps.db.read(context, async (query) => {
    const session = await findSession(query, id)
    if (session === undefined) return undefined
    return { session, stored: await withFragments(query, await messagesOf(query, id)) }
  })
  if (found === undefined) return undefined
  return { session: found.session, messages: await openMessages(deps.ciphers, context, found.stored) }
}

async function drawEnding(deps: Deps, context: Context, page: Page): Promise<Ending> {
  const latest = usableOf(page)
  const user_id = page.session.user_id
  if (latest.length === 0) {
    return { reflection: page.messages.length === 0 ? blankPage : untouchedPage, crisis: null }
  }
  await refuseFlood(deps.kv, requests, context)
  const { reflection, served } = await deps.gateway.reflectOnSession(context, {
    user_id,
    messages: latest.map(({ content }) => content),
    fragments: latest
      .flatMap(({ fragments }) => fragments)
      .slice(-fragmentsMax)
      .map(({ type, text: words }) => ({ type, text: words })),
  })
  return {
    reflection: { text: reflection, engine: served.engine, promptVersion: served.prompt_version },
    crisis: null,
  }
}

const fragmentsMax = 2_000

function toAnswer({ session, messages }: Page, { reflection, crisis }: Ending) {
  const fragmentsByType: FragmentsByType = countByType(messages.flatMap(({ fragments }) => fragments))
  return {
    id: session.id,
    reflection: reflection.text,
    fragments_by_type: fragmentsByType,
    engine: reflection.engine,
    crisis,
  }
}

/** False when the page is no longer the one that the ending was drawn from. */
async function keepEnding(
  deps: Deps,
  context: Context,
  drawn: { readonly page: Page; readonly ending: Ending; readonly answer: ReturnType<typeof toAnswer> },
): Promise<boolean> {
  const { session, messages } = drawn.page
  const sealed = await sealEnding(deps.ciphers, context, session, drawn.ending)
  return deps.db.write(context, async ({ query, emit, remember }) => {
    const current = await lockSession(query, session.id)
    if (current?.revision !== session.revision || current.sealed_reflection !== null) return false
    const closedAt = current.closed_at ?? isoTime(deps.clock)
    await query
      .updateTable('mirror_sessions')
      .set({ ...sealed, closed_at: closedAt })
      .where('id', '=', session.id)
      .execute()
    emit(sessionClosed, {
      sessionId: session.id,
      userId: session.user_id,
      closedAt,
      messages: messages.filter(({ crisis }) => crisis === null).length,
      fragmentsByType: drawn.answer.fragments_by_type,
    })
    remember(drawn.answer)
    return true
  })
}
