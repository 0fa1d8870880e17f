import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { FormTrouble } from '../auth/auth-page.tsx'
import { useForm } from '../auth/use-form.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { SignOut } from '../profile/sign-out.tsx'
import { giveConsents, noChoices } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useIntroduce } from '../session/use-introduce.ts'
import { useRecipients } from '../session/use-recipients.ts'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { ModelChoice } from './model-choice.tsx'
import { ReadDocuments } from './read-documents.tsx'

/** Asked once of whoever has an account but has not agreed here: after Google, or from another panel. */
export function Agree(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const cache = useQueryClient()
  const introduce = useIntroduce()
  const { values, set, busy, trouble, run } = useForm(noChoices)
  const recipients = useRecipients().data ?? []
  const [missing, setMissing] = useState(false)
  const submit = (): void => {
    const ready = values.adult && values.terms
    setMissing(!ready)
    if (!ready) return
    void run(async () => {
      await giveConsents(api, values)
      await introduce()
      await cache.invalidateQueries({ queryKey: ['consents'] })
    })
  }
  return (
    <Page title={m.welcome.title} lead={<Words tone="inkSoft">{m.landing.small}</Words>}>
      <FormTrouble trouble={trouble} />
      <View>
        <Check label={m.auth.adult} on={values.adult} onChange={(on) => set('adult', on)} />
        <Check label={m.auth.terms} on={values.terms} onChange={(on) => set('terms', on)} />
        <ReadDocuments />
      </View>
      <View style={{ gap: space(4) }}>
        <Heading level={2}>{m.welcome.model.title}</Heading>
        <ModelChoice
          recipients={recipients}
          on={values.models.length > 0}
          onChange={(on) => set('models', on ? recipients : [])}
        />
      </View>
      {missing ? <Notice urgent>{m.auth.needBoth}</Notice> : null}
      <View style={{ alignItems: 'flex-start' }}>
        <Button label={m.welcome.next} busy={busy && m.common.loading} onPress={submit} />
      </View>
      <Leave />
    </Page>
  )
}

/** For whoever can not or will not agree: the way out, and the account with all that is held. */
function Leave(): ReactNode {
  const { m } = useI18n()
  return (
    <Section title={m.welcome.leave.title}>
      <Words tone="inkSoft">{m.welcome.leave.text}</Words>
      <SignOut />
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: space(6), rowGap: space(2) }}>
        <TextLink href="/you" label={m.welcome.leave.account} />
        <TextLink href="/you/delete" tone="danger" label={m.you.deleteLink} />
      </View>
    </Section>
  )
}
