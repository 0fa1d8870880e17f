import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useRouter } from 'expo-router'
import type { ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { passes, troubleOf } from '../api/trouble.ts'
import type { SessionSummary } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { clientIdOfNewPage, type Draft, newPageId } from '../drafts/draft.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { Kaleidoscope } from '../glass/kaleidoscope.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { useMe } from '../session/session.tsx'
import { useServices } from '../session/services.tsx'
import { useModelConsent } from '../session/use-model-consent.ts'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Notice, Skeleton } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { mark } from '../ui/web.ts'

function Row(props: { href: `/mirror/${string}`; title: string; detail: string }): ReactNode {
  const color = useColors()
  return (
    <View role="listitem" style={{ borderBottomWidth: 1, borderBottomColor: color.line }}>
      <Link href={props.href} asChild>
        <Pressable
          role="link"
          {...mark({ press: 'row' })}
          style={{
            flexDirection: 'row',
            flexWrap: 'wrap',
            justifyContent: 'space-between',
            columnGap: space(4),
            paddingVertical: space(3.5),
            paddingHorizontal: space(3),
            marginHorizontal: -space(3),
          }}
        >
          <Words weight="500" figures>
            {props.title}
          </Words>
          <Words size="small" tone="inkSoft" figures>
            {props.detail}
          </Words>
        </Pressable>
      </Link>
    </View>
  )
}

function SessionRow(props: { session: SessionSummary }): ReactNode {
  const { m, format } = useI18n()
  const { session } = props
  const state = session.closed_at ? m.mirror.closed : m.mirror.open
  return (
    <Row
      href={`/mirror/${session.id}`}
      title={format.moment(session.started_at)}
      detail={`${state} · ${m.mirror.passages(session.messages)}`}
    />
  )
}

/** Pages that exist on this device only: begun in the text field, or waiting to be sent. */
function useDevicePages(): string[] {
  const me = useMe()
  const { storage } = useServices()
  const { drafts } = useDrafts()
  const begun = useQuery({
    queryKey: ['begun', me.id],
    queryFn: async () => {
      const prefix = `text.${me.id}.mirror.`
      const keys = await storage.keys(`${prefix}new-`)
      return keys.map((key) => key.slice(prefix.length))
    },
    staleTime: 0,
  })
  const isHere = ({ page, held }: Draft): boolean =>
    page !== undefined && (clientIdOfNewPage(page) !== undefined || held?.kind === 'gone')
  const queued = drafts.flatMap((draft) => (draft.page !== undefined && isHere(draft) ? [draft.page] : []))
  return [...new Set([...(begun.data ?? []), ...queued])]
}

function useSessions() {
  const { api } = useServices()
  return useInfiniteQuery({
    queryKey: ['sessions'],
    queryFn: ({ pageParam, signal }) =>
      api.mirror.listSessions(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
}

function PastPages(props: { here: readonly string[] }): ReactNode {
  const { m } = useI18n()
  const list = useSessions()
  const sessions = list.data?.pages.flatMap((page) => page.items) ?? []
  const trouble = list.error ? troubleOf(list.error) : undefined
  if (list.isPending) return <Skeleton label={m.common.loading} />
  return (
    <View style={{ gap: space(4) }}>
      {trouble && passes(trouble) ? <Notice>{m.mirror.offlineList}</Notice> : null}
      {trouble && !passes(trouble) ? (
        <TroubleNotice trouble={trouble} onRetry={() => void list.refetch()} />
      ) : null}
      {sessions.length + props.here.length === 0 && !trouble ? (
        <Words tone="inkSoft">{m.mirror.empty}</Words>
      ) : (
        <View role="list">
          {props.here.map((page) => (
            <Row key={page} href={`/mirror/${page}`} title={m.mirror.newPage} detail={m.mirror.refused} />
          ))}
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </View>
      )}
      {list.hasNextPage ? (
        <Button kind="quiet" label={m.common.more} onPress={() => void list.fetchNextPage()} />
      ) : null}
    </View>
  )
}

/** Whoever agreed to a model is told when others would answer now: until they look, nothing goes there. */
function OthersAnswer(): ReactNode {
  const { m } = useI18n()
  const model = useModelConsent()
  if (!model || model.given.length === 0 || model.unasked.length === 0) return null
  return (
    <Notice actions={<ButtonLink kind="quiet" href="/you" label={m.you.modelAgainLook} />}>
      {m.you.modelAgain}
    </Notice>
  )
}

/** The way onto a page: a new one, the open one, or any from before. */
export function MirrorHome(): ReactNode {
  const { m } = useI18n()
  const me = useMe()
  const router = useRouter()
  const here = useDevicePages()
  const list = useSessions()
  const open = list.data?.pages[0]?.items.find((session) => !session.closed_at)
  const unfinished = here[0] ?? open?.id
  const first = me.full_name.split(' ')[0] ?? ''
  return (
    <Page title={m.mirror.title} heading={null}>
      <View style={{ gap: space(5), paddingTop: space(4) }}>
        <Kaleidoscope size={96} step={3} />
        <Words
          size="display"
          weight="500"
          role="heading"
          aria-level={1}
          style={{ lineHeight: 36, letterSpacing: -0.5 }}
        >
          {m.mirror.heading(first)}
        </Words>
        <Words tone="inkSoft">{m.mirror.lead}</Words>
        <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(3) }}>
          {unfinished ? (
            <Button label={m.mirror.continue} onPress={() => router.push(`/mirror/${unfinished}?write=1`)} />
          ) : null}
          <Button
            kind={unfinished ? 'quiet' : 'action'}
            label={m.mirror.begin}
            onPress={() => router.push(`/mirror/${newPageId(newClientId())}`)}
          />
        </View>
      </View>
      <OthersAnswer />
      <Section title={m.mirror.past}>
        <PastPages here={here} />
      </Section>
    </Page>
  )
}
