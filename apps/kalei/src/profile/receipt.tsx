import { useQuery } from '@tanstack/react-query'
import { useLocalSearchParams } from 'expo-router'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { Receipt } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Notice, Skeleton } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { receiptKey } from './delete-account.tsx'

const pollMs = 2000

function ServiceRow(props: { service: Receipt['services'][number] }): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const { name, at, erased } = props.service
  const items = Object.values(erased ?? {}).reduce((sum, n) => sum + n, 0)
  const done = [m.receipt.done, erased ? m.receipt.items(items) : '', at ? format.moment(at) : '']
  return (
    <View
      role="listitem"
      style={{
        flexDirection: 'row',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        columnGap: space(4),
        paddingVertical: space(3),
        borderBottomWidth: 1,
        borderBottomColor: color.line,
      }}
    >
      <Words>{name}</Words>
      <Words tone="inkSoft" figures>
        {at ? done.filter(Boolean).join(' · ') : m.receipt.waiting}
      </Words>
    </View>
  )
}

/** What every part of the system has erased. Asks again until all have answered. */
export function ReceiptPage(): ReactNode {
  const { id } = useLocalSearchParams<{ id: string }>()
  const { m, format } = useI18n()
  const { api, storage } = useServices()
  const { data, error, isPending } = useQuery({
    queryKey: ['receipt', id],
    queryFn: async ({ signal }) => {
      const token = await storage.read<string>(receiptKey(id))
      if (token === undefined) return null
      return api.privacy.getReceipt({ id, token }, { signal })
    },
    // The receipt is written moments after the account is closed.
    retry: 5,
    retryDelay: pollMs,
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? pollMs : false),
  })
  const trouble = error ? troubleOf(error) : undefined
  const until = data?.restorable_until
  return (
    <Page title={m.receipt.title}>
      {isPending ? <Skeleton label={m.common.loading} /> : null}
      {trouble ? (
        trouble.kind === 'gone' ? (
          <Words>{m.receipt.gone}</Words>
        ) : (
          <TroubleNotice trouble={trouble} />
        )
      ) : null}
      {data === null ? <Words>{m.receipt.gone}</Words> : null}
      {data ? (
        <>
          <Notice>{data.status === 'complete' ? m.receipt.complete : m.receipt.pending}</Notice>
          <View role="list">
            {data.services.map((service) => (
              <ServiceRow key={service.name} service={service} />
            ))}
          </View>
          {until ? <Words>{m.receipt.backups(format.day(until))}</Words> : null}
          <Words size="small" tone="inkSoft">{`${m.receipt.number} ${id}`}</Words>
          <Words size="small" tone="inkSoft">
            {m.receipt.keep}
          </Words>
        </>
      ) : null}
    </Page>
  )
}
