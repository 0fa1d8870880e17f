import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { Draft } from '../drafts/draft.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { screen } from '../safety/device.ts'
import { useRegion } from '../safety/use-region.ts'
import { space } from '../theme/tokens.ts'
import { Button } from '../ui/button.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { mark } from '../ui/web.ts'

/** A passage that is on its way, waits for the connection, or was refused. The words are always there to read. */
export function WaitingPassage(props: {
  draft: Draft
  /** What was written just before it on the page. */
  previous: string | undefined
  onTakeBack: (text: string) => void
}): ReactNode {
  const { draft, previous, onTakeBack } = props
  const { m, language } = useI18n()
  const { trouble, discard, retry } = useDrafts()
  const [region] = useRegion()
  const stuck = draft.held ?? trouble
  // Whatever keeps the words from the server must not keep the help from the person.
  const crisis =
    draft.help ?? (stuck === undefined ? undefined : screen(draft.text, { region, language }, previous))
  return (
    <View style={{ gap: space(3) }}>
      <View {...(stuck ? {} : mark({ wait: '' }))}>
        <Words own size="large" style={{ lineHeight: 33 }}>
          {draft.text}
        </Words>
      </View>
      {crisis ? <CrisisCard crisis={crisis} sent={false} onDispute={() => undefined} /> : null}
      {draft.held ? (
        <TroubleNotice
          trouble={draft.held}
          doing="mirror"
          onRetry={() => void retry(draft.clientId)}
          actions={
            <Button
              kind="text"
              label={m.common.edit}
              onPress={() => {
                onTakeBack(draft.text)
                void discard(draft.clientId)
              }}
            />
          }
        />
      ) : (
        <Words role="status" size="small" tone="inkSoft">
          {trouble ? m.mirror.waiting : m.mirror.sending}
        </Words>
      )}
    </View>
  )
}
