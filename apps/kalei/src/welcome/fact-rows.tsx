import type { ReactNode } from 'react'
import { View } from 'react-native'
import { space } from '../theme/tokens.ts'
import { useColors, useWide } from '../theme/use-theme.ts'
import { Words } from '../ui/text.tsx'

/** Pairs of who and what, as a quiet table that stacks on a phone. */
export function FactRows(props: { rows: readonly (readonly [string, string])[] }): ReactNode {
  const color = useColors()
  const wide = useWide()
  return (
    <View role="list">
      {props.rows.map(([who, what], index) => (
        <View
          key={who}
          role="listitem"
          style={{
            flexDirection: wide ? 'row' : 'column',
            gap: wide ? space(5) : space(1),
            paddingVertical: space(4),
            borderTopWidth: index === 0 ? 0 : 1,
            borderTopColor: color.line,
          }}
        >
          <Words weight="600" style={wide ? { width: 190 } : {}}>
            {who}
          </Words>
          <Words tone="inkSoft" style={{ flex: wide ? 1 : 0 }}>
            {what}
          </Words>
        </View>
      ))}
    </View>
  )
}
