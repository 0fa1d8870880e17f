import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'expo-router'
import type { ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { passes, troubleOf } from '../api/trouble.ts'
import type { TurnRecord } from '../api/wire.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { screen } from '../safety/device.ts'
import { useRegion } from '../safety/use-region.ts'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { mark } from '../ui/web.ts'

function Row(props: { turn: TurnRecord }): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const { turn } = props
  return (
    <View role="listitem" style={{ borderBottomWidth: 1, borderBottomColor: color.line }}>
      <Link href={`/turn/${turn.id}`} asChild>
        <Pressable
          role="link"
          {...mark({ press: 'row' })}
          style={{
            gap: space(1),
            paddingVertical: space(3.5),
            paddingHorizontal: space(3),
            marginHorizontal: -space(3),
          }}
        >
          <Words own size="large" numberOfLines={2}>
            {turn.thought}
          </Words>
          <Words size="small" tone="inkSoft" figures>
            {[format.moment(turn.created_at), turn.saved_at ? m.turn.saved : ''].filter(Boolean).join(' · ')}
          </Words>
        </Pressable>
      </Link>
    </View>
  )
}

/** Thoughts turned before, newest first. */
export function PastTurns(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const list = useInfiniteQuery({
    queryKey: ['turns'],
    queryFn: ({ pageParam, signal }) =>
      api.turn.listTurns(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
  const turns = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <Skeleton label={m.common.loading} />
  const trouble = list.error ? troubleOf(list.error) : undefined
  if (trouble && turns.length === 0 && !passes(trouble)) {
    return <TroubleNotice trouble={trouble} onRetry={() => void list.refetch()} />
  }
  if (turns.length === 0) return <Words tone="inkSoft">{trouble ? m.trouble.away : m.turn.empty}</Words>
  return (
    <View style={{ gap: space(4) }}>
      <View role="list">
        {turns.map((turn) => (
          <Row key={turn.id} turn={turn} />
        ))}
      </View>
      {list.hasNextPage ? (
        <Button kind="quiet" label={m.common.more} onPress={() => void list.fetchNextPage()} />
      ) : null}
    </View>
  )
}

/** Thoughts kept on the device until there is a connection, or until the person decides. */
export function WaitingTurns(props: { onTakeBack: (text: string) => void }): ReactNode {
  const { m, language } = useI18n()
  const [region] = useRegion()
  const { drafts, discard, retry } = useDrafts()
  const waiting = drafts.filter((draft) => draft.kind === 'turn')
  return (
    <View style={{ gap: space(5) }}>
      {waiting.map((draft) => {
        const crisis = screen(draft.text, { region, language })
        return (
          <View key={draft.clientId} style={{ gap: space(2) }}>
            <Words own size="large">
              {draft.text}
            </Words>
            {crisis ? <CrisisCard crisis={crisis} sent={false} onDispute={() => undefined} /> : null}
            {draft.held ? (
              <TroubleNotice
                trouble={draft.held}
                doing="turn"
                onRetry={() => void retry(draft.clientId)}
                actions={
                  <Button
                    kind="text"
                    label={m.trouble.discard}
                    onPress={() => void discard(draft.clientId)}
                  />
                }
              />
            ) : (
              <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(3), alignItems: 'center' }}>
                <Words role="status" size="small" tone="inkSoft">
                  {m.turn.waiting}
                </Words>
                <Button
                  kind="text"
                  label={m.common.edit}
                  onPress={() => {
                    props.onTakeBack(draft.text)
                    void discard(draft.clientId)
                  }}
                />
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
