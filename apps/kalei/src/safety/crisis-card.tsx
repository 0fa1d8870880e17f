import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Platform, View } from 'react-native'
import type { Crisis } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { radius, space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { HelpLines } from './help-lines.tsx'

/** The template's own words. */
function Said(props: { crisis: Crisis }): ReactNode {
  const { title, message, keep_writing: writeOn } = props.crisis
  return (
    <View style={{ gap: space(3) }}>
      {title ? (
        <Heading level={2} size="title">
          {title}
        </Heading>
      ) : null}
      <Words size="large">{message}</Words>
      {writeOn ? <Words tone="inkSoft">{writeOn}</Words> : null}
    </View>
  )
}

/**
 * What the page shows instead of fragments when words sound like danger: people to reach, the number first.
 * Never a lock-out: the person can say that it was not meant so and write on.
 */
export function CrisisCard(props: { crisis: Crisis; sent: boolean; onDispute: () => void }): ReactNode {
  const { crisis, sent, onDispute } = props
  const { m } = useI18n()
  const { api } = useServices()
  const color = useColors()
  const card = useRef<View>(null)
  const [open, setOpen] = useState(true)
  const dispute = useMutation({
    mutationFn: async (id: string) => api.safety.disputeEvent({ id }, { idempotencyKey: `dispute-${id}` }),
  })
  useEffect(() => {
    if (Platform.OS !== 'web') return
    const node = card.current as unknown as HTMLElement | null
    node?.focus({ preventScroll: true })
    node?.scrollIntoView({ block: 'start' })
  }, [])
  const wordsFirst = crisis.resources_first === false
  if (!open) return <Words tone="inkSoft">{m.crisis.disputed}</Words>
  return (
    <View
      ref={card}
      tabIndex={-1}
      role="alert"
      aria-label={m.crisis.label}
      style={{
        gap: space(8),
        padding: space(5),
        borderRadius: radius.medium,
        borderWidth: 2,
        borderColor: color.ink,
        backgroundColor: color.sheet,
      }}
    >
      {wordsFirst ? <Said crisis={crisis} /> : null}
      <HelpLines lines={crisis.resources.slice(0, 3)} />
      {wordsFirst ? null : <Said crisis={crisis} />}
      {sent && crisis.keep_writing ? null : (
        <Words tone="inkSoft">{sent ? m.crisis.kept : m.crisis.notSent}</Words>
      )}
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(4), alignItems: 'center' }}>
        <Button
          kind="quiet"
          label={crisis.not_meant ?? m.crisis.dispute}
          onPress={() => {
            setOpen(false)
            if (crisis.event_id) dispute.mutate(crisis.event_id)
            onDispute()
          }}
        />
        <TextLink href="/help" label={m.crisis.more} />
      </View>
    </View>
  )
}
