import { useRouter } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { newClientId } from '../device/new-id.ts'
import { keptTextKey } from '../device/use-kept-text.ts'
import type { Draft } from '../drafts/draft.ts'
import { newPageId } from '../drafts/draft.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { screen } from '../safety/device.ts'
import { useRegion } from '../safety/use-region.ts'
import { useServices } from '../session/services.tsx'
import { useMe } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { Button } from '../ui/button.tsx'
import { Confirm, Notice } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'

interface StrayWordsProps {
  /** What stands in the page's text field. */
  text: string
  onClear: () => void
  waiting: readonly Draft[]
}

/** A page takes the words over as new ones: what the old page answered to them does not hold for it. */
function useMove({ text, onClear, waiting }: StrayWordsProps): () => Promise<void> {
  const me = useMe()
  const router = useRouter()
  const { storage } = useServices()
  const { submit, discard } = useDrafts()
  return async () => {
    const page = newPageId(newClientId())
    if (text !== '') await storage.write(keptTextKey(me.id, `mirror.${page}`), text)
    onClear()
    for (const draft of waiting) {
      const { text: words, writtenAt } = draft
      void submit({ clientId: newClientId(), kind: 'mirror', page, text: words, writtenAt })
      await discard(draft.clientId)
    }
    router.replace(`/mirror/${page}?write=1`)
  }
}

/** Words whose page is gone or closed: they are there to read, and a new page takes them with one press. */
export function StrayWords(props: StrayWordsProps): ReactNode {
  const { text, onClear, waiting } = props
  const { m, language } = useI18n()
  const [region] = useRegion()
  const { discard } = useDrafts()
  const move = useMove(props)
  const [moving, setMoving] = useState(false)
  if (text.trim() === '' && waiting.length === 0) return null
  const forget = async (): Promise<void> => {
    onClear()
    for (const { clientId } of waiting) await discard(clientId)
  }
  return (
    <View style={{ gap: space(5) }}>
      {waiting.map((draft, index) => {
        // Whatever keeps the words from the server must not keep the help from the person.
        const crisis = draft.help ?? screen(draft.text, { region, language }, waiting[index - 1]?.text)
        return (
          <View key={draft.clientId} style={{ gap: space(3) }}>
            <Words own size="large">
              {draft.text}
            </Words>
            {crisis ? <CrisisCard crisis={crisis} sent={false} onDispute={() => undefined} /> : null}
          </View>
        )
      })}
      {text.trim() === '' ? null : (
        <Words own size="large">
          {text}
        </Words>
      )}
      <Notice>{m.mirror.stray}</Notice>
      <View style={{ gap: space(3), alignItems: 'flex-start' }}>
        <Button
          label={m.mirror.move}
          busy={moving && m.common.loading}
          onPress={() => {
            setMoving(true)
            void move()
          }}
        />
        <Confirm
          label={m.trouble.discard}
          question={m.mirror.discardAsk}
          yes={m.common.remove}
          no={m.common.keep}
          onConfirm={() => void forget()}
        />
      </View>
    </View>
  )
}
