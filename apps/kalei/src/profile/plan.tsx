import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { Entitlements } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Skeleton } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'

function Meter(props: { label: string; used: number; limit: number | null }): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const { label, used, limit } = props
  const most = limit === null ? m.you.unlimited : format.number(limit)
  const share = limit ? Math.min(1, used / limit) : 0
  return (
    <View style={{ gap: space(2) }}>
      <View
        style={{
          flexDirection: 'row',
          justifyContent: 'space-between',
          flexWrap: 'wrap',
          columnGap: space(3),
        }}
      >
        <Words>{label}</Words>
        <Words weight="600" figures>
          {m.you.ofLimit(used, most)}
        </Words>
      </View>
      <View aria-hidden style={{ height: 6, borderRadius: 3, backgroundColor: color.line }}>
        <View
          style={{
            height: 6,
            borderRadius: 3,
            width: `${Math.round(share * 100)}%`,
            backgroundColor: share >= 1 ? color.rose : color.teal,
          }}
        />
      </View>
    </View>
  )
}

function PlanFacts(props: { entitlements: Entitlements }): ReactNode {
  const { m, format } = useI18n()
  const { plan, expires_at: until, limits, usage } = props.entitlements
  return (
    <View style={{ gap: space(5) }}>
      <Words size="large" weight="600">
        {[m.you.planName[plan] ?? plan, until ? m.you.planUntil(format.day(until)) : '']
          .filter(Boolean)
          .join(' ')}
      </Words>
      <Meter label={m.you.turnsToday} used={usage.turns_per_day.used} limit={limits.turns_per_day} />
      <Meter
        label={m.you.mirrorWeek}
        used={usage.mirror_sessions_per_week.used}
        limit={limits.mirror_sessions_per_week}
      />
      <Words tone="inkSoft">{m.you.lifts[plan] ?? ''}</Words>
      <Words size="small" tone="inkSoft">
        {m.you.planNote}
      </Words>
    </View>
  )
}

/** The plan, how much of it is used, and what lifts the limits. */
export function Plan(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { data, error, refetch } = useQuery({
    queryKey: ['entitlements'],
    queryFn: ({ signal }) => api.billing.getEntitlements({}, { signal }),
  })
  if (data) return <PlanFacts entitlements={data} />
  if (error) return <TroubleNotice trouble={troubleOf(error)} onRetry={() => void refetch()} />
  return <Skeleton label={m.common.loading} />
}
