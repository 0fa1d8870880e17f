import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { ProfileChange } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { chooseLanguage, languages } from '../i18n/languages.ts'
import { regions } from '../safety/device.ts'
import { useServices } from '../session/services.tsx'
import { useMe, useSession } from '../session/session.tsx'
import type { Option } from '../ui/choice.tsx'
import { Picker } from '../ui/picker.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { Setting } from './setting.tsx'

function Choosable(props: {
  label: string
  value: string
  shown: string
  options: readonly Option<string>[]
  onChoose: (value: string) => void
}): ReactNode {
  const { label, value, shown, options, onChoose } = props
  return (
    <Setting label={label} shown={shown}>
      {(close) => (
        <Picker
          label={label}
          value={value}
          options={options}
          onChoose={(next) => {
            close()
            onChoose(next)
          }}
        />
      )}
    </Setting>
  )
}

const timeZones: readonly Option<string>[] = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}))

/** Language, country and time zone: what the app speaks, which lines it shows, when a day begins. */
export function Place(): ReactNode {
  const { m, language, setLanguage, deviceRegion, format } = useI18n()
  const { api } = useServices()
  const { reload } = useSession()
  const { profile } = useMe()
  const update = useMutation({
    mutationFn: async (change: ProfileChange) =>
      api.identity.updateProfile(change, { idempotencyKey: newClientId() }),
    onSuccess: reload,
  })
  const region = profile?.region ?? deviceRegion ?? ''
  const zone = profile?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <View>
      {update.error ? <TroubleNotice trouble={troubleOf(update.error)} /> : null}
      <Choosable
        label={m.you.language}
        value={language}
        shown={languages.find(({ code }) => code === language)?.name ?? language}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        onChoose={(code) => {
          setLanguage(chooseLanguage([code]))
          update.mutate({ locale: code })
        }}
      />
      <Choosable
        label={m.you.region}
        value={region}
        shown={region === '' ? '–' : format.regionName(region)}
        options={regions.map((code) => ({ value: code, label: format.regionName(code) }))}
        onChoose={(code) => update.mutate({ region: code })}
      />
      <Choosable
        label={m.you.timeZone}
        value={zone}
        shown={zone.replaceAll('_', ' ')}
        options={timeZones}
        onChoose={(code) => update.mutate({ time_zone: code })}
      />
    </View>
  )
}
