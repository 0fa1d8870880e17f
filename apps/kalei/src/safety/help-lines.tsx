import type { ReactNode } from 'react'
import { Linking, Pressable, View } from 'react-native'
import type { HelpLine } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { radius, space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Words } from '../ui/text.tsx'
import { mark } from '../ui/web.ts'
import { dialable } from './dialable.ts'

/** One thing to press that leaves the app: a call, a text or a site. A real link, so that it can be copied. */
function Reach(props: { label: string; href: string; strong?: boolean }): ReactNode {
  const color = useColors()
  const { label, href, strong } = props
  return (
    <Pressable
      {...mark({ press: strong ? 'action' : 'quiet' })}
      {...{ href }}
      role="link"
      onPress={(event) => {
        event.preventDefault()
        void Linking.openURL(href)
      }}
      style={{
        minHeight: 56,
        paddingHorizontal: space(6),
        paddingVertical: space(2.5),
        borderRadius: radius.medium,
        justifyContent: 'center',
        borderWidth: 2,
        borderColor: color.action,
        backgroundColor: strong ? color.action : 'transparent',
      }}
    >
      <Words
        size="large"
        weight="600"
        figures
        tone={strong ? 'onAction' : 'ink'}
        style={{ textAlign: 'center' }}
      >
        {label}
      </Words>
    </Pressable>
  )
}

function Line(props: { line: HelpLine }): ReactNode {
  const { m, format } = useI18n()
  const { name, phone, text, url, hours, languages } = props.line
  const spoken = languages.map((code) => format.languageName(code)).join(', ')
  const about = [hours && m.help.hours(hours), spoken && m.help.languages(spoken)].filter(Boolean).join(' · ')
  return (
    <View role="listitem" style={{ gap: space(2) }}>
      {phone ? (
        <Words size="display" weight="600" figures style={{ lineHeight: 36 }}>
          {phone}
        </Words>
      ) : null}
      <Words size="large" weight="600">
        {name}
      </Words>
      {about ? <Words tone="inkSoft">{about}</Words> : null}
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(2), marginTop: space(1) }}>
        {phone ? <Reach strong label={m.help.call(phone)} href={`tel:${dialable(phone)}`} /> : null}
        {text ? <Reach label={m.help.text(text)} href={`sms:${dialable(text)}`} /> : null}
        {url ? <Reach label={m.help.website} href={url} /> : null}
      </View>
    </View>
  )
}

/** People to reach, the number first. */
export function HelpLines(props: { lines: readonly HelpLine[] }): ReactNode {
  return (
    <View role="list" style={{ gap: space(8) }}>
      {props.lines.map((line) => (
        <Line key={`${line.name}${line.phone ?? ''}${line.text ?? ''}`} line={line} />
      ))}
    </View>
  )
}
