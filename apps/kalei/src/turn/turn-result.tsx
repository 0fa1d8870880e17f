import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { MicroAction, Reframe, TurnRecord } from '../api/wire.ts'
import { Kaleidoscope } from '../glass/kaleidoscope.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { useWide } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/notice.tsx'
import { Panes, SmallStep } from '../ui/panes.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'

export interface TurnViewProps {
  thought: string
  reframes: readonly Reframe[]
  action: MicroAction | undefined
  engine: string
  turning: boolean
}

/** The thought beside the glass, and what it folds into. */
export function TurnView(props: TurnViewProps): ReactNode {
  const { thought, reframes, action, engine, turning } = props
  const { m } = useI18n()
  const wide = useWide()
  return (
    <View style={{ gap: space(8) }}>
      <View
        style={{
          flexDirection: wide ? 'row' : 'column',
          alignItems: 'center',
          gap: wide ? space(10) : space(5),
        }}
      >
        <Kaleidoscope size={wide ? 220 : 176} step={1} turning={turning} />
        <Words own size="title" style={{ flexShrink: 1, textAlign: wide ? 'left' : 'center' }}>
          {thought}
        </Words>
      </View>
      <Panes reframes={reframes} slow level={2} />
      {action ? <SmallStep title={m.turn.action} action={action} engine={engine} level={2} /> : null}
    </View>
  )
}

/** Keep or delete a finished turn. */
export function TurnActions(props: { id: string; saved: boolean; onDeleted: () => void }): ReactNode {
  const { id, saved, onDeleted } = props
  const { m } = useI18n()
  const { api } = useServices()
  const cache = useQueryClient()
  const keep = useMutation({
    mutationFn: async () => api.turn.saveTurn({ id }, { idempotencyKey: `save-${id}` }),
    onSuccess: (kept) => {
      cache.setQueryData<TurnRecord>(['turn', id], kept)
      void cache.invalidateQueries({ queryKey: ['turns'] })
    },
  })
  const remove = useMutation({
    mutationFn: async () => api.turn.deleteTurn({ id }, { idempotencyKey: `delete-${id}` }),
    onSuccess: () => {
      cache.removeQueries({ queryKey: ['turn', id] })
      void cache.invalidateQueries({ queryKey: ['turns'] })
      onDeleted()
    },
  })
  const error = keep.error ?? remove.error
  const kept = saved || keep.isSuccess
  return (
    <View style={{ gap: space(3) }}>
      {error ? <TroubleNotice trouble={troubleOf(error)} /> : null}
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(3), alignItems: 'center' }}>
        {kept ? (
          <Words role="status" weight="600" tone="tealInk">
            {m.turn.saved}
          </Words>
        ) : (
          <Button
            label={m.turn.save}
            busy={keep.isPending && m.common.loading}
            onPress={() => keep.mutate()}
          />
        )}
        <Confirm
          label={m.turn.remove}
          question={m.turn.removeAsk}
          yes={m.common.remove}
          no={m.common.keep}
          onConfirm={() => remove.mutate()}
        />
      </View>
    </View>
  )
}
