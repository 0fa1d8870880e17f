import type { Href } from 'expo-router'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { ButtonLink } from './button.tsx'
import { Page } from './page.tsx'
import { Words } from './text.tsx'

/** An address that leads to nothing, and where to go instead. */
export function NothingHere(props: { href: Href; label: string; children?: ReactNode }): ReactNode {
  const { m } = useI18n()
  return (
    <Page title={m.common.notFound}>
      <Words>{m.common.notFoundText}</Words>
      {props.children}
      <View style={{ alignItems: 'flex-start' }}>
        <ButtonLink kind="quiet" href={props.href} label={props.label} />
      </View>
    </Page>
  )
}
