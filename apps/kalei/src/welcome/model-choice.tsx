import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { Recipient } from '../api/wire.ts'
import type { Catalogue } from '../i18n/en.ts'
import type { Formats } from '../i18n/formats.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { space } from '../theme/tokens.ts'
import { Choice } from '../ui/choice.tsx'
import { Words } from '../ui/text.tsx'

/** A region of a consent, for people. */
export const placeName = (m: Catalogue, format: Formats, region: string): string =>
  region === 'global' ? m.welcome.model.anywhere : format.regionName(region.toUpperCase())

/** Who receives a text, who they pass it on to, where that happens and what is kept. */
function recipientText(m: Catalogue, format: Formats, recipient: Recipient): string {
  const { sentTo, sentThrough, place, keepsNothing, mayKeep } = m.welcome.model
  const { name, hosts, region, zero_retention: keeps } = recipient
  const names = hosts.map((host) => `${host.name} (${format.regionName(host.country)})`).join(', ')
  const sent = hosts.length === 0 ? sentTo(name) : sentThrough(name, names)
  return [sent, place(placeName(m, format, region)), keeps ? keepsNothing : mayKeep].join(' ')
}

/** The choice between the built-in engine and the models of named companies; off unless chosen. */
export function ModelChoice(props: {
  recipients: readonly Recipient[]
  on: boolean
  onChange: (on: boolean) => void
}): ReactNode {
  const { m, format } = useI18n()
  const { off, offDetail, on, onDetail, note, title } = m.welcome.model
  const { recipients } = props
  if (recipients.length === 0) return <Words tone="inkSoft">{m.you.modelOff}</Words>
  const details = recipients.map((recipient) => recipientText(m, format, recipient))
  return (
    <View style={{ gap: space(4) }}>
      <Choice
        label={title}
        value={props.on ? 'on' : 'off'}
        onChange={(value) => props.onChange(value === 'on')}
        options={[
          { value: 'off', label: off, detail: offDetail },
          { value: 'on', label: on, detail: [onDetail, ...details].join('\n') },
        ]}
      />
      <Words size="small" tone="inkSoft">
        {note}
      </Words>
    </View>
  )
}
