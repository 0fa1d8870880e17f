import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { usePathname } from 'expo-router'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Trouble } from '../api/trouble.ts'
import type { Crisis, Message, SessionDetail } from '../api/wire.ts'
import { useOnline } from '../device/use-online.ts'
import { useServices } from '../session/services.tsx'
import type { Draft } from './draft.ts'
import { createDraftQueue } from './queue.ts'
import { createSenders } from './senders.ts'
import type { Delivered, Senders } from './senders.ts'

export interface ArrivedHelp {
  crisis: Crisis
  /** Whether the words that it came for are saved. */
  kept: boolean
}

export interface Drafts {
  drafts: readonly Draft[]
  /** What keeps the oldest draft from being sent, after the last try. */
  trouble: Trouble | undefined
  online: boolean
  /** Help that came for a draft whose own page is not on the screen. */
  help: ArrivedHelp | undefined
  /** Keeps a draft on the device, then tries to send it. */
  submit: (draft: Draft) => Promise<void>
  discard: (clientId: string) => Promise<void>
  retry: (clientId: string) => Promise<void>
  sessionOf: Senders['sessionOf']
  /** The id under which the server has a draft; it stays on the device for a moment after. */
  arrivedAs: (clientId: string) => string | undefined
}

const DraftsContext = createContext<Drafts | undefined>(undefined)
const retryMs = 20_000

const emptySession = (id: string, first: Message): SessionDetail => ({
  id,
  started_at: first.created_at,
  closed_at: null,
  messages: 0,
  fragments_by_type: {},
  reflection: null,
  items: [],
})

/** Puts what came back where the screens look for it. */
function settle(cache: QueryClient, draft: Draft, delivered: Delivered): void {
  void cache.invalidateQueries({ queryKey: ['entitlements'] })
  if (delivered.kind === 'turn') {
    void cache.invalidateQueries({ queryKey: ['turns'] })
    return
  }
  const { answer } = delivered
  const sessionId = answer.session_id
  if (sessionId === null) return
  cache.setQueryData<SessionDetail>(['session', sessionId], (known) => ({
    ...(known ?? emptySession(sessionId, answer)),
    items: [...(known?.items ?? []).filter((each) => each.id !== answer.id), answer],
  }))
  if (draft.page !== sessionId) cache.setQueryData(['page', draft.page], sessionId)
  void cache.invalidateQueries({ queryKey: ['sessions'] })
}

/** Whether the screen that would show this answer by itself is open. */
const isShown = (path: string, draft: Draft, delivered: Delivered): boolean =>
  delivered.kind === 'mirror' &&
  [draft.page, delivered.answer.session_id].some((page) => path === `/mirror/${page}`)

/** A message that could not be kept belongs to no page; the answer was help all the same. */
const unkept = ({ kind, answer }: Delivered): Pick<Draft, 'held' | 'help'> | undefined =>
  kind === 'mirror' && answer.session_id === null
    ? { held: { kind: 'unkept' }, ...(answer.crisis ? { help: answer.crisis } : {}) }
    : undefined

/** Help that came with an answer nobody is looking at, until the person goes to another page. */
function useArrivedHelp() {
  const path = usePathname()
  const current = useRef(path)
  current.current = path
  const [arrived, setArrived] = useState<ArrivedHelp & { path: string }>()
  const arrive = useCallback((draft: Draft, delivered: Delivered) => {
    const { crisis } = delivered.answer
    if (crisis && !isShown(current.current, draft, delivered))
      setArrived({ crisis, kept: unkept(delivered) === undefined, path: current.current })
  }, [])
  return { help: arrived?.path === path ? arrived : undefined, arrive }
}

function useQueue(owner: string) {
  const { api, storage, locks } = useServices()
  const cache = useQueryClient()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const { help, arrive } = useArrivedHelp()
  const [arrivals] = useState(() => new Map<string, string>())
  const parts = useMemo(() => {
    const senders = createSenders(api, storage, owner)
    const queue = createDraftQueue<Delivered>({
      storage,
      owner,
      locks,
      send: senders.send,
      findDelivered: senders.findDelivered,
      unkept,
      now: () => new Date(),
      onDelivered: (draft, delivered) => {
        arrivals.set(draft.clientId, delivered.answer.id)
        settle(cache, draft, delivered)
        arrive(draft, delivered)
      },
      onChange: () => void queue.list().then(setDrafts),
    })
    return { queue, senders }
  }, [api, storage, locks, owner, cache, arrive, arrivals])
  useEffect(() => {
    void parts.queue.list().then(setDrafts)
  }, [parts])
  const arrivedAs = useCallback((clientId: string) => arrivals.get(clientId), [arrivals])
  return { ...parts, drafts, help, arrivedAs }
}

export function DraftsProvider(props: { owner: string; children: ReactNode }): ReactNode {
  const { queue, senders, drafts, help, arrivedAs } = useQueue(props.owner)
  const online = useOnline()
  const [trouble, setTrouble] = useState<Trouble>()
  const sync = useCallback(async () => setTrouble(await queue.sync()), [queue])

  const waiting = drafts.some((draft) => draft.held === undefined)
  useEffect(() => {
    if (!online || !waiting) return undefined
    void sync()
    const timer = setInterval(() => void sync(), retryMs)
    return () => clearInterval(timer)
  }, [online, waiting, sync])

  const value = useMemo<Drafts>(
    () => ({
      drafts,
      help,
      online,
      trouble: online ? trouble : { kind: 'offline' },
      sessionOf: senders.sessionOf,
      arrivedAs,
      discard: queue.discard,
      submit: async (draft) => {
        await queue.add(draft)
        if (online) await sync()
      },
      retry: async (clientId) => {
        await queue.release(clientId)
        await sync()
      },
    }),
    [drafts, help, online, trouble, senders, queue, sync, arrivedAs],
  )
  return <DraftsContext.Provider value={value}>{props.children}</DraftsContext.Provider>
}

export function useDrafts(): Drafts {
  const value = useContext(DraftsContext)
  if (value === undefined) throw new Error('useDrafts needs a DraftsProvider above it.')
  return value
}
