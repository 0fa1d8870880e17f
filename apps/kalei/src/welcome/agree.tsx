import { useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter } from 'expo-router'
import type { Href } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { FormTrouble } from '../auth/auth-page.tsx'
import { useForm } from '../auth/use-form.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { giveConsents, noChoices } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useIntroduce } from '../session/use-introduce.ts'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { ModelChoice } from './welcome.tsx'

/** Asked once of whoever has an account but has not agreed here: after Google, or from another panel. */
export function Agree(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const cache = useQueryClient()
  const router = useRouter()
  const here = usePathname() as Href
  const introduce = useIntroduce()
  const { values, set, busy, trouble, run } = useForm(noChoices)
  const [missing, setMissing] = useState(false)
  const submit = (): void => {
    const ready = values.adult && values.terms
    setMissing(!ready)
    if (!ready) return
    void run(async () => {
      await giveConsents(api, values)
      await introduce()
      await cache.invalidateQueries({ queryKey: ['consents'] })
      // The screens behind this page start anew and would begin with whichever comes first.
      router.replace(here)
    })
  }
  return (
    <Page title={m.welcome.title} lead={<Words tone="inkSoft">{m.landing.small}</Words>}>
      <FormTrouble trouble={trouble} />
      <View>
        <Check label={m.auth.adult} on={values.adult} onChange={(on) => set('adult', on)} />
        <Check label={m.auth.terms} on={values.terms} onChange={(on) => set('terms', on)} />
        <View style={{ flexDirection: 'row', gap: space(5), paddingLeft: 36 }}>
          <TextLink size="small" href="/terms" label={m.auth.readTerms} />
          <TextLink size="small" href="/privacy" label={m.auth.readPrivacy} />
        </View>
      </View>
      <View style={{ gap: space(4) }}>
        <Heading level={2}>{m.welcome.model.title}</Heading>
        <ModelChoice on={values.model} onChange={(on) => set('model', on)} />
      </View>
      {missing ? <Notice urgent>{m.auth.needBoth}</Notice> : null}
      <View style={{ alignItems: 'flex-start' }}>
        <Button label={m.welcome.next} busy={busy && m.common.loading} onPress={submit} />
      </View>
    </Page>
  )
}
