import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../src/i18n/i18n.tsx'
import { ButtonLink } from '../src/ui/button.tsx'
import { Page } from '../src/ui/page.tsx'
import { Words } from '../src/ui/text.tsx'

export default function NotFound(): ReactNode {
  const { m } = useI18n()
  return (
    <Page title={m.common.notFound}>
      <Words>{m.common.notFoundText}</Words>
      <View style={{ alignItems: 'flex-start' }}>
        <ButtonLink href="/" label={m.common.home} />
      </View>
    </Page>
  )
}
