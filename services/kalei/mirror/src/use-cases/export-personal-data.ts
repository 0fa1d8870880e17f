import type { Context, HandlerOf } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { type Message, toMessageDto } from '../domain/message.ts'
import { openMessages } from '../sealed-messages.ts'
import { openEnding } from '../sealed-reflections.ts'
import { openReframe } from '../sealed-reframes.ts'
import { withFragments } from '../store/messages.ts'
import type { ReframeRow } from '../store/tables.ts'

export const exportPersonalData =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof mirrorContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => {
    const acting = { ...context, actor: { kind: 'system', userId } } as const
    const rows = await deps.db.read(acting, async (query) => {
      const messages = query.selectFrom('mirror_messages').selectAll()
      return {
        sessions: await query.selectFrom('mirror_sessions').selectAll().orderBy('id').execute(),
        stored: await withFragments(
          query,
          await messages.orderBy('session_id').orderBy('position').execute(),
        ),
        reframes: await query.selectFrom('mirror_reframes').selectAll().execute(),
      }
    })
    const messages = await openMessages(deps.ciphers, acting, rows.stored)
    const bySession = Map.groupBy(messages, (message) => message.sessionId)
    const reframes = new Map(rows.reframes.map((row) => [row.fragment_id, row]))
    const items = await Promise.all(
      rows.sessions.map(async (session) => ({
        id: session.id,
        started_at: session.started_at,
        closed_at: session.closed_at,
        reflection: (await openEnding(deps.ciphers, acting, session))?.reflection.text ?? null,
        messages: await Promise.all(
          (bySession.get(session.id) ?? []).map((message) => toExported(deps, acting, message, reframes)),
        ),
      })),
    )
    return { sections: [{ name: 'mirror_sessions', items }] }
  }

async function toExported(
  deps: Pick<Deps, 'ciphers'>,
  context: Context,
  message: Message,
  reframes: ReadonlyMap<string, ReframeRow>,
) {
  const fragments = await Promise.all(
    message.fragments.map(async (fragment) => {
      const turned = await openReframe(deps.ciphers, context, reframes.get(fragment.id))
      return { ...fragment, reframes: turned?.reframes ?? [], micro_action: turned?.micro_action ?? null }
    }),
  )
  return { ...toMessageDto(message), fragments }
}
