import type { ReactNode } from 'react'
import { Text as NativeText } from 'react-native'
import type { StyleProp, TextProps, TextStyle } from 'react-native'
import { leading, type } from '../theme/tokens.ts'
import type { ColorName } from '../theme/tokens.ts'
import { fonts, useColors } from '../theme/use-theme.ts'
import { mark } from './web.ts'

export interface WordsProps extends Omit<TextProps, 'style'> {
  children: ReactNode
  size?: keyof typeof type
  tone?: ColorName
  weight?: '400' | '500' | '600'
  /** The person's own words stand in the serif; all that the app says is in the sans. */
  own?: boolean
  italic?: boolean
  figures?: boolean
  style?: StyleProp<TextStyle>
}

/** Running text in the five sizes. */
export function Words(props: WordsProps): ReactNode {
  const { size = 'body', tone = 'ink', weight, own, italic, figures, style, ...rest } = props
  const color = useColors()
  const px = type[size]
  const look: TextStyle = {
    color: color[tone],
    fontFamily: own ? fonts.serif : fonts.sans,
    fontSize: px,
    lineHeight: Math.round(px * leading),
    fontWeight: weight ?? '400',
    fontStyle: italic ? 'italic' : 'normal',
  }
  return (
    <NativeText
      {...mark(figures ? { prose: '', figures: '' } : { prose: '' })}
      {...rest}
      style={[look, style]}
    />
  )
}

/** A heading; `level` is its place in the outline, `size` how it looks. */
export function Heading(props: WordsProps & { level: 1 | 2 | 3 }): ReactNode {
  const { level, size = level === 1 ? 'display' : 'large', style, ...rest } = props
  const tight: TextStyle = {
    lineHeight: Math.round(type[size] * 1.25),
    letterSpacing: size === 'display' ? -0.5 : -0.15,
  }
  return (
    <Words
      weight={level === 1 ? '500' : '600'}
      {...rest}
      {...mark({ balance: '' })}
      size={size}
      role="heading"
      aria-level={level}
      style={[tight, style]}
    />
  )
}
