import { pagesFrom } from '@triptych/kernel'
import type { Api } from '../api/client.ts'
import type { Message, TurnRecord } from '../api/wire.ts'
import type { DeviceStorage } from '../device/storage.ts'
import { readTurn } from '../turn/turn-stream.ts'
import { clientIdOfNewPage } from './draft.ts'
import type { Draft } from './draft.ts'

export type Delivered = { kind: 'mirror'; answer: Message } | { kind: 'turn'; answer: TurnRecord }

export interface Senders {
  send: (draft: Draft) => Promise<Delivered>
  findDelivered: (draft: Draft) => Promise<Delivered | undefined>
  /** The server's id of a page, once it has one. */
  sessionOf: (page: string) => Promise<string | undefined>
}

/** How each kind of draft is sent; a page is created with its first text, so an empty one costs nothing. */
export function createSenders(api: Api, storage: DeviceStorage, owner: string): Senders {
  const sessionOf = async (page: string): Promise<string | undefined> =>
    clientIdOfNewPage(page) === undefined ? page : storage.read<string>(`page.${owner}.${page}`)

  const ensureSession = async (page: string): Promise<string> => {
    const known = await sessionOf(page)
    if (known !== undefined) return known
    const key = clientIdOfNewPage(page) ?? page
    const { id } = await api.mirror.startSession({}, { idempotencyKey: key })
    await storage.write(`page.${owner}.${page}`, id)
    return id
  }
  const sendMirror = async (draft: Draft): Promise<Delivered> => {
    const sessionId = await ensureSession(draft.page ?? '')
    const answer = await api.mirror.sendMessage(
      { session_id: sessionId, content: draft.text },
      { idempotencyKey: draft.clientId },
    )
    return { kind: 'mirror', answer }
  }
  const sendTurn = async (draft: Draft): Promise<Delivered> => ({
    kind: 'turn',
    answer: await readTurn(
      api.turn.createTurn({ thought: draft.text }, { idempotencyKey: draft.clientId }),
      () => undefined,
    ),
  })
  /** Newest first: what is older than the draft ends the search. */
  const findTurn = async (thought: string, since: string): Promise<TurnRecord | undefined> => {
    for await (const turns of pagesFrom((page) => api.turn.listTurns(page))) {
      const found = turns.find((turn) => turn.thought === thought && turn.created_at >= since)
      if (found !== undefined || turns.some((turn) => turn.created_at < since)) return found
    }
    return undefined
  }

  return {
    sessionOf,
    send: (draft) => (draft.kind === 'mirror' ? sendMirror(draft) : sendTurn(draft)),
    findDelivered: async (draft) => {
      const since = draft.attemptedAt ?? draft.writtenAt
      if (draft.kind === 'turn') {
        const answer = await findTurn(draft.text, since)
        return answer && { kind: 'turn', answer }
      }
      const sessionId = await sessionOf(draft.page ?? '')
      if (sessionId === undefined) return undefined
      const { items } = await api.mirror.getSession({ id: sessionId })
      const answer = items.find((item) => item.content === draft.text && item.created_at >= since)
      return answer && { kind: 'mirror', answer }
    },
  }
}
