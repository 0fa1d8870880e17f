import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { screen } from '../safety/device.ts'
import { useRegion } from '../safety/use-region.ts'
import { space } from '../theme/tokens.ts'
import { Notice } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'

/** Where the end is near enough to say so. */
const nearEnd = 0.9

interface RoomProps {
  text: string
  left: number
  limit: number
  /** Whether the person meant to send it like this. */
  tried: boolean
}

/** How much room is left, once that matters; and what to do when a text is longer than can be sent. */
export function Room({ text, left, limit, tried }: RoomProps): ReactNode {
  const { m, format } = useI18n()
  if (left < 0) return <TooLong text={text} over={-left} tried={tried} />
  if (left > limit * (1 - nearEnd)) return null
  return (
    <Words size="small" tone="inkSoft" figures>
      {m.write.left(left, format.number(left))}
    </Words>
  )
}

function TooLong(props: { text: string; over: number; tried: boolean }): ReactNode {
  const { m, format, language } = useI18n()
  const [region] = useRegion()
  // Whatever keeps the words from the server must not keep the help from the person.
  const crisis = props.tried && screen(props.text, { region, language })
  return (
    <View style={{ gap: space(3) }}>
      {crisis ? <CrisisCard crisis={crisis} sent={false} onDispute={() => undefined} /> : null}
      <Notice>{m.write.tooLong}</Notice>
      <Words size="small" tone="inkSoft" figures>
        {m.write.over(props.over, format.number(props.over))}
      </Words>
    </View>
  )
}
