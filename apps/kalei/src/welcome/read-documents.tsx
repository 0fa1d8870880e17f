import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { space } from '../theme/tokens.ts'
import { TextLink } from '../ui/button.tsx'

/** What the box above agrees to, to read beside the form: what was filled in stays. */
export function ReadDocuments(): ReactNode {
  const { m } = useI18n()
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: space(5), paddingLeft: 36 }}>
      <TextLink apart size="small" href="/terms" label={m.auth.readTerms} />
      <TextLink apart size="small" href="/privacy" label={m.auth.readPrivacy} />
    </View>
  )
}
