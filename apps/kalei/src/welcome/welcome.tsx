import { useRouter } from 'expo-router'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Kaleidoscope } from '../glass/kaleidoscope.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { modelProvider } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Page } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { mark } from '../ui/web.ts'
import { FactRows } from './fact-rows.tsx'

/** Kept between the steps and read by the register page. */
export const modelChoiceKey = 'welcome.model'

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

/** The choice between the built-in engine and a named provider's model; off unless chosen. */
export function ModelChoice(props: { on: boolean; onChange: (on: boolean) => void }): ReactNode {
  const { m } = useI18n()
  const { off, offDetail, on, onDetail, note, title } = m.welcome.model
  return (
    <View style={{ gap: space(4) }}>
      <Choice
        label={title}
        value={props.on ? 'on' : 'off'}
        onChange={(value) => props.onChange(value === 'on')}
        options={[
          { value: 'off', label: off, detail: offDetail },
          { value: 'on', label: on, detail: onDetail(modelProvider.name, modelProvider.place) },
        ]}
      />
      <Words size="small" tone="inkSoft">
        {note}
      </Words>
    </View>
  )
}

function useModelChoice(): [boolean, (on: boolean) => void] {
  const { storage } = useServices()
  const [on, setOn] = useState(false)
  useEffect(() => {
    void storage.read<boolean>(modelChoiceKey).then((kept) => setOn(kept === true))
  }, [storage])
  return [
    on,
    (next) => {
      setOn(next)
      void storage.write(modelChoiceKey, next)
    },
  ]
}

/** Four folds of the glass: what Kalei is, what it is not, who reads what, and one choice. */
export function Welcome(): ReactNode {
  const { m } = useI18n()
  const router = useRouter()
  const [step, setStep] = useState(0)
  const [model, setModel] = useModelChoice()
  const parts = [
    { title: m.welcome.what.title, body: <Points items={m.welcome.what.points} /> },
    { title: m.welcome.not.title, body: <Points items={m.welcome.not.points} /> },
    { title: m.welcome.who.title, body: <FactRows rows={m.welcome.who.rows} /> },
    { title: m.welcome.model.title, body: <ModelChoice on={model} onChange={setModel} /> },
  ]
  const last = step === parts.length - 1
  const part = parts[step]
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
          onPress={() => (last ? router.push('/register') : setStep(step + 1))}
        />
        {step > 0 ? <Button kind="quiet" label={m.common.back} onPress={() => setStep(step - 1)} /> : null}
      </View>
    </Page>
  )
}
