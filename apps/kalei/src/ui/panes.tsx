import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { ViewStyle } from 'react-native'
import type { MicroAction, Reframe } from '../api/wire.ts'
import type { Catalogue } from '../i18n/en.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { radius, space } from '../theme/tokens.ts'
import type { Facet } from '../theme/tokens.ts'
import { useColors, useWide } from '../theme/use-theme.ts'
import { Heading, Words } from './text.tsx'
import { mark } from './web.ts'

const facetByLens: Readonly<Record<string, Facet>> = {
  evidence: 'teal',
  distance: 'violet',
  kindness: 'rose',
}
const inOrder: readonly Facet[] = ['teal', 'violet', 'rose']

function lensName(m: Catalogue, lens: string): string {
  const known = (m.lenses as Readonly<Record<string, string>>)[lens]
  return known ?? (lens === '' ? m.lenses.other : lens.charAt(0).toUpperCase() + lens.slice(1))
}

const count = 3

/** Only the outer corners of the row (or, on a phone, the stack) are round: three panes of one glass. */
function cornersAt(index: number, wide: boolean): ViewStyle {
  const start = index === 0 ? radius.large : 3
  const end = index === count - 1 ? radius.large : 3
  return {
    borderTopLeftRadius: start,
    borderTopRightRadius: wide ? end : start,
    borderBottomLeftRadius: wide ? start : end,
    borderBottomRightRadius: end,
  }
}

/** The place of a pane that has not arrived. */
function Slot(props: { index: number }): ReactNode {
  const color = useColors()
  const wide = useWide()
  return (
    <View
      aria-hidden
      {...mark({ wait: '' })}
      style={[
        { flex: wide ? 1 : 0, minHeight: wide ? 168 : 96, backgroundColor: color.sunken },
        cornersAt(props.index, wide),
      ]}
    />
  )
}

function Pane(props: { reframe: Reframe; index: number; level: 2 | 3 }): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const wide = useWide()
  const { reframe, index, level } = props
  const facet = facetByLens[reframe.lens] ?? inOrder[index % inOrder.length] ?? 'teal'
  return (
    <View
      role="listitem"
      {...mark({ pane: String(index) })}
      style={[
        { flex: wide ? 1 : 0, padding: space(5), gap: space(2), backgroundColor: color[`${facet}Wash`] },
        cornersAt(index, wide),
      ]}
    >
      <View style={{ flexDirection: 'row', alignItems: 'center', gap: space(2) }}>
        <View
          style={{ width: 10, height: 10, transform: [{ rotate: '45deg' }], backgroundColor: color[facet] }}
        />
        <Heading level={level} size="small" tone={`${facet}Ink`}>
          {lensName(m, reframe.lens)}
        </Heading>
      </View>
      <Words>{reframe.text}</Words>
    </View>
  )
}

/** Three panes, hinged side by side (or stacked on a phone). `slow` is the Turn's own tempo; it keeps a place for each. */
export function Panes(props: { reframes: readonly Reframe[]; slow?: boolean; level?: 2 | 3 }): ReactNode {
  const wide = useWide()
  const { reframes, slow, level = 3 } = props
  const empty = slow
    ? Array.from({ length: Math.max(0, count - reframes.length) }, (_, n) => reframes.length + n)
    : []
  return (
    <View
      role="list"
      {...mark(slow ? { panes: '', slow: '' } : { panes: '' })}
      style={{ flexDirection: wide ? 'row' : 'column', gap: 3 }}
    >
      {reframes.map((reframe, index) => (
        <Pane key={index} reframe={reframe} index={index} level={level} />
      ))}
      {empty.map((index) => (
        <Slot key={index} index={index} />
      ))}
    </View>
  )
}

/** The one small thing to do, and how long it takes. */
export function SmallStep(props: {
  title: string
  action: MicroAction
  engine: string
  level?: 2 | 3
}): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const { title, action, engine, level = 3 } = props
  const offline = engine === '' || engine.startsWith('offline')
  return (
    <View
      {...mark({ appear: '' })}
      style={{
        padding: space(5),
        gap: space(2),
        borderRadius: radius.large,
        backgroundColor: color.amberWash,
      }}
    >
      <View style={{ flexDirection: 'row', alignItems: 'center', gap: space(2), flexWrap: 'wrap' }}>
        <View
          style={{ width: 10, height: 10, transform: [{ rotate: '45deg' }], backgroundColor: color.amber }}
        />
        <Heading level={level} size="small" tone="amberInk">
          {title}
        </Heading>
        {action.minutes > 0 ? (
          <Words size="small" tone="amberInk" figures>
            {m.common.minutes(action.minutes)}
          </Words>
        ) : null}
      </View>
      <Words>{action.text}</Words>
      {engine === '' ? null : (
        <Words size="small" tone="inkSoft">
          {offline ? m.engine.offline : m.engine.model(engine)}
        </Words>
      )}
    </View>
  )
}
