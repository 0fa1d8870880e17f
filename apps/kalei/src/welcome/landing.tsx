import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { Fragment } from '../api/wire.ts'
import { Kaleidoscope } from '../glass/kaleidoscope.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { FragmentText, leaningOf } from '../mirror/fragment-text.tsx'
import { measure, radius, space } from '../theme/tokens.ts'
import { useColors, useWide } from '../theme/use-theme.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Panes, SmallStep } from '../ui/panes.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { mark } from '../ui/web.ts'

const lenses = ['evidence', 'distance', 'kindness'] as const

/** A page to press before there is an account: the same parts as the real one, with words of ours. */
function TryIt(props: { open: boolean; onToggle: () => void }): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const { tryBefore, tryFragment, tryAfter, tryViews, tryAction, tryTitle, tryLead, tryAfterword } = m.landing
  const fragment: Fragment = {
    id: 'try',
    type: 'mind_reading',
    start: tryBefore.length,
    end: tryBefore.length + tryFragment.length,
    text: tryFragment,
    confidence: 1,
  }
  return (
    <View
      role="region"
      aria-label={tryTitle}
      style={{ gap: space(5), padding: space(6), borderRadius: radius.large, backgroundColor: color.sheet }}
    >
      <View style={{ gap: space(1) }}>
        <Heading level={2}>{tryTitle}</Heading>
        <Words tone="inkSoft">{tryLead}</Words>
      </View>
      <View style={{ maxWidth: measure }}>
        <FragmentText
          content={`${tryBefore}${tryFragment}${tryAfter}`}
          fragments={[fragment]}
          openId={props.open ? fragment.id : undefined}
          onToggle={props.onToggle}
        />
      </View>
      {props.open ? (
        <View role="status" style={{ gap: space(3) }}>
          <Words weight="600" tone="violetInk">
            {m.mirror.leans(leaningOf(m, fragment.type))}
          </Words>
          <Panes reframes={lenses.map((lens, index) => ({ lens, text: tryViews[index] ?? '' }))} />
          <SmallStep title={m.mirror.smallStep} action={{ text: tryAction, minutes: 0 }} engine="" />
          <Words tone="inkSoft" {...mark({ appear: '' })}>
            {tryAfterword}
          </Words>
        </View>
      ) : null}
    </View>
  )
}

/** The first thing a person sees. Opening the sample folds the glass to its next pattern. */
export function Landing(): ReactNode {
  const { m } = useI18n()
  const wide = useWide()
  const [open, setOpen] = useState(false)
  return (
    <Page title="Kalei" heading={null} width={1080}>
      <View
        style={{
          flexDirection: wide ? 'row-reverse' : 'column',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: wide ? space(16) : space(7),
          paddingBottom: wide ? space(10) : space(4),
        }}
      >
        <Kaleidoscope size={wide ? 500 : 272} step={open ? 7 : 2} />
        <View style={{ gap: space(5), flexShrink: 1, maxWidth: 440, width: '100%' }}>
          <Heading level={1}>{m.landing.title}</Heading>
          <Words size="large" tone="inkSoft">
            {m.landing.text}
          </Words>
          <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(3), marginTop: space(2) }}>
            <ButtonLink href="/welcome" label={m.landing.begin} />
            <ButtonLink href="/sign-in" kind="quiet" label={m.landing.signIn} />
          </View>
          <Words size="small" tone="inkSoft">
            {m.landing.small}
          </Words>
        </View>
      </View>
      <TryIt open={open} onToggle={() => setOpen(!open)} />
    </Page>
  )
}
