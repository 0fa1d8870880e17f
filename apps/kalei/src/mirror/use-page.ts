import { useQuery } from '@tanstack/react-query'
import { troubleOf } from '../api/trouble.ts'
import type { Trouble } from '../api/trouble.ts'
import type { SessionDetail } from '../api/wire.ts'
import type { Draft } from '../drafts/draft.ts'
import { clientIdOfNewPage } from '../drafts/draft.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { useServices } from '../session/services.tsx'

export interface MirrorPageState {
  /** The server's id, once the page has one. */
  sessionId: string | undefined
  session: SessionDetail | undefined
  loading: boolean
  /** There is no such page, or not any more. */
  gone: boolean
  trouble: Trouble | undefined
  reload: () => void
  /** Passages on this device that the server has not confirmed. */
  waiting: readonly Draft[]
}

/** A page by its id: one the server knows, or one that so far exists on this device only. */
export function useMirrorPage(page: string): MirrorPageState {
  const { api } = useServices()
  const { drafts, sessionOf, arrivedAs } = useDrafts()
  const isNew = clientIdOfNewPage(page) !== undefined
  const mapped = useQuery({
    queryKey: ['page', page],
    queryFn: async () => (await sessionOf(page)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isNew,
  })
  const sessionId = isNew ? (mapped.data ?? undefined) : page
  const session = useQuery({
    queryKey: ['session', sessionId],
    queryFn: ({ signal }) => api.mirror.getSession({ id: sessionId ?? '' }, { signal }),
    enabled: sessionId !== undefined,
  })
  const trouble = session.error ? troubleOf(session.error) : undefined
  const isHere = (draft: Draft): boolean => {
    const arrived = arrivedAs(draft.clientId)
    return session.data?.items.some(({ id }) => id === arrived) ?? false
  }
  return {
    sessionId,
    session: session.data,
    loading: sessionId !== undefined && session.isPending,
    gone: trouble?.kind === 'gone',
    trouble,
    reload: () => {
      if (sessionId !== undefined) void session.refetch()
    },
    waiting: drafts.filter(
      (draft) =>
        draft.kind === 'mirror' && (draft.page === page || draft.page === sessionId) && !isHere(draft),
    ),
  }
}
