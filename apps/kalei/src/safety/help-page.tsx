import { useRouter } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import type { HelpLine } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Picker } from '../ui/picker.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { localHelp, regions } from './device.ts'
import { HelpLines } from './help-lines.tsx'
import { useRegion } from './use-region.ts'

function RegionChoice(props: { region: string | undefined; onChoose: (region: string) => void }): ReactNode {
  const { m, format } = useI18n()
  const [asked, setAsked] = useState(false)
  const { region, onChoose } = props
  const known = region !== undefined && regions.includes(region)
  if (known && !asked) {
    return (
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', columnGap: space(3) }}>
        <Words>{m.help.regionLead(format.regionName(region))}</Words>
        <Button kind="text" label={m.common.change} expanded={false} onPress={() => setAsked(true)} />
      </View>
    )
  }
  return (
    <Picker
      label={m.help.region}
      value={region ?? ''}
      options={regions.map((code) => ({ value: code, label: format.regionName(code) }))}
      onChoose={(code) => {
        onChoose(code)
        setAsked(false)
      }}
    />
  )
}

function Part(props: { title: string; lines: readonly HelpLine[] }): ReactNode {
  const color = useColors()
  return (
    <View style={{ gap: space(5), borderTopWidth: 2, borderTopColor: color.ink, paddingTop: space(6) }}>
      <Heading level={2}>{props.title}</Heading>
      <HelpLines lines={props.lines} />
    </View>
  )
}

function BackButton(): ReactNode {
  const { m } = useI18n()
  const router = useRouter()
  return (
    <View style={{ alignItems: 'flex-start' }}>
      <Button
        kind="quiet"
        label={m.help.back}
        onPress={() => (router.canGoBack() ? router.back() : router.replace('/'))}
      />
    </View>
  )
}

/** No ornament: people to reach, the number first. Everything here is part of the app and works offline. */
export function HelpPage(): ReactNode {
  const { m, language, format } = useI18n()
  const color = useColors()
  const inset = useSafeAreaInsets()
  const [region, setRegion] = useRegion()
  const { emergency, crisis, others, directory, checkedAt } = localHelp({ region, language })
  const hasNumber = /\d/.test(emergency)
  const danger: HelpLine = hasNumber
    ? { name: m.help.emergency, phone: emergency, hours: '24/7', languages: [] }
    : { name: emergency, hours: '', languages: [] }
  return (
    <View role="main" style={{ flexGrow: 1, backgroundColor: color.paper, paddingTop: inset.top }}>
      <Page title={m.help.title} heading={<Heading level={1}>{m.help.heading}</Heading>}>
        {crisis.length > 0 ? <HelpLines lines={crisis} /> : null}
        <RegionChoice region={region} onChoose={setRegion} />
        <Part title={m.help.danger} lines={[danger]} />
        {others.length > 0 ? <Part title={m.help.others} lines={others} /> : null}
        <Part title={m.help.directory} lines={directory} />
        <Words size="small" tone="inkSoft" figures>
          {[m.help.offline, checkedAt ? m.help.sources(format.day(checkedAt)) : ''].filter(Boolean).join(' ')}
        </Words>
        <BackButton />
      </Page>
    </View>
  )
}
