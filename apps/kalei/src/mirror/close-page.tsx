import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'expo-router'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { SessionDetail } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { useServices } from '../session/services.tsx'
import { radius, space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Confirm, Skeleton } from '../ui/notice.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { facetOf } from './facet-of.ts'
import { leaningOf } from './fragment-text.tsx'

/** What the page showed, looking back. */
export function Reflection(props: { text: string; counts: SessionDetail['fragments_by_type'] }): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const counts = Object.entries(props.counts).filter(([, n]) => n > 0)
  return (
    <View
      role="region"
      aria-label={m.mirror.reflection}
      style={{ gap: space(3), padding: space(5), borderRadius: radius.large, backgroundColor: color.sunken }}
    >
      <Heading level={2} size="body">
        {m.mirror.reflection}
      </Heading>
      <Words>{props.text}</Words>
      {counts.length > 0 ? (
        <View
          role="list"
          style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: space(5), rowGap: space(1) }}
        >
          {counts.map(([type, n]) => (
            <View
              key={type}
              role="listitem"
              style={{ flexDirection: 'row', alignItems: 'center', gap: space(2) }}
            >
              <View
                style={{
                  width: 10,
                  height: 10,
                  transform: [{ rotate: '45deg' }],
                  backgroundColor: color[facetOf(type)],
                }}
              />
              <Words size="small" tone="inkSoft" figures>
                {`${format.number(n)} × ${leaningOf(m, type)}`}
              </Words>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

function useClose(session: SessionDetail) {
  const { api } = useServices()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async () =>
      api.mirror.closeSession({ id: session.id }, { idempotencyKey: `close-${session.id}` }),
    onSuccess: (closed) => {
      cache.setQueryData<SessionDetail>(
        ['session', session.id],
        (known) =>
          known && {
            ...known,
            reflection: closed.reflection,
            fragments_by_type: closed.fragments_by_type,
            closed_at: new Date().toISOString(),
          },
      )
      void cache.invalidateQueries({ queryKey: ['sessions'] })
      // What is flagged now is no fragment any more.
      if (closed.crisis) void cache.invalidateQueries({ queryKey: ['session', session.id] })
    },
  })
}

/** The end of an open page: close it, or delete it whole. */
export function PageEnd(props: { session: SessionDetail }): ReactNode {
  const { session } = props
  const { m } = useI18n()
  const { api } = useServices()
  const cache = useQueryClient()
  const router = useRouter()
  const close = useClose(session)
  const remove = useMutation({
    mutationFn: async () =>
      api.mirror.deleteSession({ id: session.id }, { idempotencyKey: `delete-${session.id}` }),
    onSuccess: () => {
      cache.removeQueries({ queryKey: ['session', session.id] })
      void cache.invalidateQueries({ queryKey: ['sessions'] })
      router.replace('/mirror')
    },
  })
  const error = close.error ?? remove.error
  const open = !session.closed_at && session.items.length > 0
  return (
    <View style={{ gap: space(3), alignItems: 'flex-start' }}>
      {close.isPending ? <Skeleton label={m.mirror.closing} lines={2} /> : null}
      {close.data?.crisis ? (
        <View style={{ alignSelf: 'stretch' }}>
          <CrisisCard crisis={close.data.crisis} sent onDispute={() => undefined} />
        </View>
      ) : null}
      {error ? <TroubleNotice trouble={troubleOf(error)} /> : null}
      {open && !close.isPending ? (
        <>
          <Words size="small" tone="inkSoft">
            {m.mirror.closeAsk}
          </Words>
          <Button kind="quiet" label={m.mirror.close} onPress={() => close.mutate()} />
        </>
      ) : null}
      <Confirm
        label={m.mirror.deleteSession}
        question={m.mirror.deleteSessionAsk}
        yes={m.common.remove}
        no={m.common.keep}
        onConfirm={() => remove.mutate()}
      />
    </View>
  )
}
