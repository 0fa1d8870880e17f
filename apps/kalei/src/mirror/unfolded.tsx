import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useWindowDimensions, View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { Fragment, ServerCrisis, Unfolded as Turned } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { measure, space } from '../theme/tokens.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/notice.tsx'
import { Panes, SmallStep } from '../ui/panes.tsx'
import { Heading } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { facetOf } from './facet-of.ts'
import { leaningOf } from './fragment-text.tsx'

function Views(props: { turned: Turned }): ReactNode {
  const { reframes, micro_action: action, engine } = props.turned
  const { m } = useI18n()
  const { width } = useWindowDimensions()
  // On a wide screen the panes stand out over both margins of the page.
  const beyond = Math.max(0, Math.min(150, (width - measure - space(16)) / 2))
  return (
    <>
      <View style={{ marginHorizontal: -beyond }}>
        <Panes reframes={reframes} />
      </View>
      {action ? <SmallStep title={m.mirror.smallStep} action={action} engine={engine ?? ''} /> : null}
    </>
  )
}

/** One fragment unfolded: what it leans on, three panes, one small step. Asked for once and kept. */
export function Unfolded(props: {
  fragment: Fragment
  onFold: () => void
  /** The passage sounds like danger now: help takes the place of its fragments. */
  onCrisis: (crisis: ServerCrisis) => void
}): ReactNode {
  const { fragment, onFold, onCrisis } = props
  const { m } = useI18n()
  const { api } = useServices()
  const announce = useAnnounce()
  const leans = m.mirror.leans(leaningOf(m, fragment.type))
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['fragment', fragment.id],
    queryFn: ({ signal }) =>
      api.mirror.reframeFragment({ id: fragment.id }, { idempotencyKey: fragment.id, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useEffect(() => {
    if (data?.crisis) onCrisis(data.crisis)
    else if (data) announce(m.mirror.unfolded)
    // The callback is new with every passage; only an answer may call it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data, m, announce])
  return (
    <View role="region" aria-label={leans} style={{ gap: space(3), marginVertical: space(2) }}>
      <Heading level={2} size="body" tone={`${facetOf(fragment.type)}Ink`}>
        {leans}
      </Heading>
      {data ? (
        <Views turned={data} />
      ) : error && !isFetching ? (
        <TroubleNotice trouble={troubleOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={m.mirror.unfolding} />
      )}
      <View style={{ alignItems: 'flex-start' }}>
        <Button kind="text" label={m.mirror.fold} onPress={onFold} />
      </View>
    </View>
  )
}
