import { useQuery } from '@tanstack/react-query'
import { useLocalSearchParams, useRouter } from 'expo-router'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { TextLink } from '../ui/button.tsx'
import { NothingHere } from '../ui/nothing-here.tsx'
import { Skeleton } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Heading } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { TurnActions, TurnView } from './turn-result.tsx'

/** A turn from before. */
export function TurnPage(): ReactNode {
  const { id } = useLocalSearchParams<{ id: string }>()
  const { m, format } = useI18n()
  const { api } = useServices()
  const router = useRouter()
  const { data, error, refetch } = useQuery({
    queryKey: ['turn', id],
    queryFn: ({ signal }) => api.turn.getTurn({ id }, { signal }),
  })
  const trouble = error ? troubleOf(error) : undefined
  if (trouble?.kind === 'gone') return <NothingHere href="/turn" label={m.turn.past} />
  return (
    <Page
      title={m.turn.title}
      width={940}
      heading={
        <View style={{ gap: space(2) }}>
          <TextLink size="small" tone="inkSoft" href="/turn" label={m.turn.past} />
          <Heading level={1} size="small" tone="inkSoft">
            {data ? format.moment(data.created_at) : m.turn.title}
          </Heading>
        </View>
      }
    >
      {data ? (
        <>
          {data.crisis ? (
            <CrisisCard crisis={data.crisis} sent onDispute={() => undefined} />
          ) : (
            <TurnView
              thought={data.thought}
              reframes={data.reframes}
              action={data.micro_action ?? undefined}
              engine={data.engine ?? ''}
              turning={false}
            />
          )}
          <TurnActions
            id={data.id}
            saved={data.saved_at !== null}
            onDeleted={() => router.replace('/turn')}
          />
        </>
      ) : trouble ? (
        <TroubleNotice trouble={trouble} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={m.common.loading} />
      )}
    </Page>
  )
}
