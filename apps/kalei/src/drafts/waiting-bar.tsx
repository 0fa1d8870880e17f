import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { measure, space } from '../theme/tokens.ts'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { useDrafts } from './drafts.tsx'

/** Says once, above every page, that there is no connection or that something waits; shows help that came late. */
export function WaitingBar(): ReactNode {
  const { m } = useI18n()
  const { online, drafts, help, trouble } = useDrafts()
  const waiting = drafts.filter((draft) => draft.held === undefined).length
  const away = waiting > 0 && trouble !== undefined && trouble.kind !== 'conflict'
  const quiet = online && !away
  if (quiet && help === undefined) return null
  return (
    <View
      style={{
        width: '100%',
        maxWidth: measure + space(10),
        alignSelf: 'center',
        paddingHorizontal: space(5),
        paddingTop: space(3),
        gap: space(2),
      }}
    >
      {help ? <CrisisCard crisis={help.crisis} sent={help.kept} onDispute={() => undefined} /> : null}
      {quiet ? null : online && trouble ? (
        <TroubleNotice trouble={trouble} />
      ) : (
        <Words role="status" size="small" tone="inkSoft">
          {m.nav.offline} {waiting > 0 ? m.nav.waiting(waiting) : ''}
        </Words>
      )}
    </View>
  )
}
