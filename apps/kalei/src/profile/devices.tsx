import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { everyPage } from '@triptych/kernel'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { Device } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { deviceName } from './device-name.ts'

function Row(props: { device: Device; onSignOut: () => void }): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const { device, onSignOut } = props
  const name = deviceName(device.user_agent ?? '') || m.you.unknownDevice
  const when = m.you.lastSeen(format.moment(device.last_used_at))
  return (
    <View
      role="listitem"
      style={{
        flexDirection: 'row',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        alignItems: 'center',
        columnGap: space(4),
        paddingVertical: space(3),
        borderBottomWidth: 1,
        borderBottomColor: color.line,
      }}
    >
      <View style={{ flexShrink: 1 }}>
        <Words>{name}</Words>
        <Words size="small" tone="inkSoft" figures>
          {device.current ? m.you.thisDevice : when}
        </Words>
      </View>
      {device.current ? null : (
        <Button
          kind="text"
          label={m.you.signOutDevice}
          accessibleName={`${m.you.signOutDevice}: ${name}`}
          onPress={onSignOut}
        />
      )}
    </View>
  )
}

/** Every place where this account is signed in. */
export function Devices(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { reload } = useSession()
  const cache = useQueryClient()
  const list = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => everyPage((page) => api.identity.listSessions(page, { signal })),
  })
  const signOut = useMutation({
    mutationFn: async (id: string) => api.identity.revokeSession({ id }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['devices'] }),
  })
  const everywhere = useMutation({ mutationFn: async () => api.identity.logoutAll({}), onSuccess: reload })
  const error = list.error ?? signOut.error ?? everywhere.error
  return (
    <View style={{ gap: space(4) }}>
      {error ? <TroubleNotice trouble={troubleOf(error)} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton label={m.common.loading} /> : null}
      <View role="list">
        {list.data?.map((device) => (
          <Row key={device.id} device={device} onSignOut={() => signOut.mutate(device.id)} />
        ))}
      </View>
      <View style={{ alignItems: 'flex-start' }}>
        <Button kind="text" label={m.you.signOutAll} onPress={() => everywhere.mutate()} />
      </View>
    </View>
  )
}
