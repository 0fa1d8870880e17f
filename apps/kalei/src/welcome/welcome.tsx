import { useLocalSearchParams, useRouter } from 'expo-router'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Kaleidoscope } from '../glass/kaleidoscope.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { type Allowed, isSame } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useRecipients } from '../session/use-recipients.ts'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { mark } from '../ui/web.ts'
import { FactRows } from './fact-rows.tsx'
import { ModelChoice } from './model-choice.tsx'

/** Kept between the steps and read by the register page. */
export const modelChoiceKey = 'welcome.models'

function Points(props: { items: readonly string[] }): ReactNode {
  const color = useColors()
  const dots = [color.amber, color.violet, color.teal]
  return (
    <View role="list" style={{ gap: space(5) }}>
      {props.items.map((item, index) => (
        <View key={item} role="listitem" style={{ flexDirection: 'row', gap: space(4) }}>
          <View
            style={{
              width: 10,
              height: 10,
              marginTop: 9,
              transform: [{ rotate: '45deg' }],
              backgroundColor: dots[index % dots.length] ?? color.amber,
            }}
          />
          <Words size="large" style={{ flex: 1 }}>
            {item}
          </Words>
        </View>
      ))}
    </View>
  )
}

/** Whom the person allows, as they were named when they chose. */
function useModelChoice(): [readonly Allowed[], (allowed: readonly Allowed[]) => void] {
  const { storage } = useServices()
  const [allowed, setAllowed] = useState<readonly Allowed[]>([])
  useEffect(() => {
    void storage.read<readonly Allowed[]>(modelChoiceKey).then((kept) => setAllowed(kept ?? []))
  }, [storage])
  return [
    allowed,
    (next) => {
      setAllowed(next)
      void storage.write(modelChoiceKey, next)
    },
  ]
}

/** Four folds of the glass: what Kalei is, what it is not, who reads what, and one choice. */
export function Welcome(): ReactNode {
  const { m } = useI18n()
  const router = useRouter()
  const { step: asked } = useLocalSearchParams<{ step?: string }>()
  const [allowed, setAllowed] = useModelChoice()
  const recipients = useRecipients().data ?? []
  const parts = [
    { title: m.welcome.what.title, body: <Points items={m.welcome.what.points} /> },
    { title: m.welcome.not.title, body: <Points items={m.welcome.not.points} /> },
    { title: m.welcome.who.title, body: <FactRows rows={m.welcome.who.rows} /> },
    {
      title: m.welcome.model.title,
      body: (
        <ModelChoice
          recipients={recipients}
          on={recipients.length > 0 && recipients.every((one) => allowed.some((other) => isSame(one, other)))}
          onChange={(on) => setAllowed(on ? recipients : [])}
        />
      ),
    },
  ]
  const step = Math.min(Math.max(Number.parseInt(asked ?? '1', 10) || 1, 1), parts.length) - 1
  const last = step === parts.length - 1
  const part = parts[step]
  const back = (): void => (router.canGoBack() ? router.back() : router.replace(`/welcome?step=${step}`))
  if (part === undefined) return null
  return (
    <Page
      key={step}
      title={part.title}
      heading={
        <View style={{ gap: space(4) }}>
          <Words size="small" tone="inkSoft" figures>
            {m.welcome.step(step + 1, parts.length)}
          </Words>
          <View style={{ flexDirection: 'row', alignItems: 'center', gap: space(5) }}>
            <Kaleidoscope size={88} step={step + 1} />
            <Heading level={1} style={{ flex: 1 }}>
              {part.title}
            </Heading>
          </View>
        </View>
      }
    >
      <View {...mark({ appear: '' })}>{part.body}</View>
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(3), alignItems: 'center' }}>
        <Button
          label={last ? m.welcome.finish : m.welcome.next}
          onPress={() => router.push(last ? '/register' : `/welcome?step=${step + 2}`)}
        />
        {step > 0 ? <Button kind="quiet" label={m.common.back} onPress={back} /> : null}
      </View>
    </Page>
  )
}
