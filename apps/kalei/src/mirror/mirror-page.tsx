import { useLocalSearchParams, useRouter } from 'expo-router'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { limits } from '../api/limits.ts'
import type { Message, SessionDetail } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { useKeptText } from '../device/use-kept-text.ts'
import type { Draft } from '../drafts/draft.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { useMe } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { TextLink } from '../ui/button.tsx'
import { NothingHere } from '../ui/nothing-here.tsx'
import { Skeleton } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { Composer } from './composer.tsx'
import { PageEnd, Reflection } from './close-page.tsx'
import { Paragraph } from './paragraph.tsx'
import { StrayWords } from './stray-words.tsx'
import { useMirrorPage } from './use-page.ts'
import { WaitingPassage } from './waiting-passage.tsx'

/** Tells which messages arrived while this screen was open, and says what came with them. */
function useArrivals(messages: readonly Message[] | undefined): (id: string) => boolean {
  const { m } = useI18n()
  const announce = useAnnounce()
  const known = useRef<Set<string> | undefined>(undefined)
  const fresh = useRef(new Set<string>())
  if (messages !== undefined && known.current === undefined)
    known.current = new Set(messages.map((each) => each.id))
  for (const { id } of messages ?? []) if (known.current && !known.current.has(id)) fresh.current.add(id)
  const last = messages?.at(-1)
  useEffect(() => {
    if (last === undefined || !fresh.current.has(last.id) || last.status === 'crisis') return
    announce(last.fragments.length > 0 ? m.mirror.found(last.fragments.length) : m.mirror.foundNone)
  }, [last, announce, m])
  return (id) => fresh.current.has(id)
}

function useWriting(page: string, sessionId: string | undefined) {
  const me = useMe()
  const { submit } = useDrafts()
  const kept = useKeptText(me.id, `mirror.${page}`)
  const send = (): void => {
    const text = kept.text.trim()
    if (text === '') return
    kept.setText('')
    void submit({
      clientId: newClientId(),
      kind: 'mirror',
      page: sessionId ?? page,
      text,
      writtenAt: new Date().toISOString(),
    })
  }
  return { ...kept, send }
}

function PageHead(props: { startedAt: string | undefined }): ReactNode {
  const { m, format } = useI18n()
  const { startedAt } = props
  return (
    <View style={{ gap: space(2) }}>
      <TextLink size="small" tone="inkSoft" href="/mirror" label={m.mirror.past} />
      <Heading level={1} size="title">
        {startedAt ? format.day(startedAt) : m.mirror.newPage}
      </Heading>
    </View>
  )
}

function Passages(props: {
  session: SessionDetail | undefined
  waiting: readonly Draft[]
  loading: boolean
  onTakeBack: (text: string) => void
}): ReactNode {
  const { session, waiting, loading, onTakeBack } = props
  const isFresh = useArrivals(session?.items ?? (loading ? undefined : []))
  return (
    <View style={{ gap: space(5) }}>
      {session?.items.map((message) => (
        <Paragraph
          key={message.id}
          message={message}
          sessionId={session.id}
          closed={session.closed_at !== null}
          fresh={isFresh(message.id)}
        />
      ))}
      {waiting.map((draft, index) => (
        <WaitingPassage
          key={draft.clientId}
          draft={draft}
          previous={waiting[index - 1]?.text ?? session?.items.at(-1)?.content}
          onTakeBack={onTakeBack}
        />
      ))}
    </View>
  )
}

/** A sheet of paper: passages one after the other, and the place where the writing goes on. */
export function MirrorPage(): ReactNode {
  const { id, write } = useLocalSearchParams<{ id: string; write?: string }>()
  const { m, format } = useI18n()
  const router = useRouter()
  const color = useColors()
  const { sessionId, session, loading, gone, trouble, reload, waiting } = useMirrorPage(id)
  const { text, setText, ready, send } = useWriting(id, sessionId)
  const closed = Boolean(session?.closed_at)
  const reflection = session?.reflection
  const started = session !== undefined || waiting.length > 0
  const moved = sessionId !== undefined && sessionId !== id && text === '' && waiting.length === 0
  useEffect(() => {
    // The page has its lasting address now; a reload or a bookmark finds it again.
    if (moved) router.setParams({ id: sessionId })
  }, [moved, router, sessionId])
  const refused = waiting.some((draft) => draft.held !== undefined)
  useEffect(() => {
    // The page may have been closed or deleted elsewhere.
    if (refused) reload()
    // Only what was refused asks; the function is new with every answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [refused])
  const stray = <StrayWords text={text} onClear={() => setText('')} waiting={waiting} />
  if (gone) {
    return (
      <NothingHere href="/mirror" label={m.mirror.past}>
        {stray}
      </NothingHere>
    )
  }
  const title = session ? m.mirror.page(format.day(session.started_at)) : m.mirror.newPage
  return (
    <Page title={title} heading={<PageHead startedAt={session?.started_at} />}>
      {loading ? <Skeleton label={m.common.loading} /> : null}
      {trouble && !session ? <TroubleNotice trouble={trouble} onRetry={reload} /> : null}
      {started ? null : <Words tone="inkSoft">{m.mirror.lead}</Words>}
      <Passages session={session} waiting={closed ? [] : waiting} loading={loading} onTakeBack={setText} />
      {session && reflection ? <Reflection text={reflection} counts={session.fragments_by_type} /> : null}
      {closed ? stray : null}
      {closed || !ready || (trouble && !session) ? null : (
        <Composer
          label={m.mirror.writeLabel}
          placeholder={started ? m.mirror.placeholderMore : m.mirror.placeholder}
          value={text}
          limit={limits.passage}
          onChange={setText}
          onSend={send}
          sendLabel={m.mirror.send}
          lines={started ? 3 : 8}
          autoFocus={write === '1' || id !== sessionId}
        />
      )}
      {session ? (
        <View style={{ borderTopWidth: 1, borderTopColor: color.line, paddingTop: space(5) }}>
          <PageEnd session={session} />
        </View>
      ) : null}
    </Page>
  )
}
