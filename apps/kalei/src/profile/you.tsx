import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { useMe } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { TextLink } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { Account } from './account.tsx'
import { Devices } from './devices.tsx'
import { Export } from './export.tsx'
import { Place } from './place.tsx'
import { Plan } from './plan.tsx'
import { Privacy } from './privacy.tsx'
import { SignOut } from './sign-out.tsx'

/** The person's own page: plan, privacy, devices, language, export, leaving. */
export function You(): ReactNode {
  const { m } = useI18n()
  const me = useMe()
  return (
    <Page
      title={m.you.title}
      heading={
        <View>
          <Heading level={1}>{m.you.heading(me.full_name)}</Heading>
          <Words tone="inkSoft">{me.email}</Words>
        </View>
      }
    >
      <Section title={m.you.account}>
        <Account />
      </Section>
      <Section title={m.you.plan}>
        <Plan />
      </Section>
      <Privacy />
      <Section title={m.you.place}>
        <Place />
      </Section>
      <Section title={m.you.devices}>
        <Devices />
      </Section>
      <Section title={m.you.export}>
        <Export />
      </Section>
      <Section title={m.you.danger}>
        <SignOut />
        <View style={{ marginTop: space(2) }}>
          <TextLink href="/you/delete" tone="danger" label={m.you.deleteLink} />
        </View>
      </Section>
    </Page>
  )
}
