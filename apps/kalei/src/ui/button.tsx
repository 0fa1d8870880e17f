import { Link } from 'expo-router'
import type { Href } from 'expo-router'
import type { ReactNode } from 'react'
import { Pressable } from 'react-native'
import type { ViewStyle } from 'react-native'
import { radius, space } from '../theme/tokens.ts'
import type { ColorName } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import type { Colors } from '../theme/use-theme.ts'
import { Words } from './text.tsx'
import { mark } from './web.ts'

export type ButtonKind = 'action' | 'quiet' | 'danger' | 'text'

export interface ButtonProps {
  label: string
  onPress: () => void
  kind?: ButtonKind
  /** Shown and read in place of the label while the action runs. */
  busy?: string | false | undefined
  disabled?: boolean
  accessibleName?: string
  expanded?: boolean
  grow?: boolean
}

const ink: Record<ButtonKind, ColorName> = {
  action: 'onAction',
  quiet: 'ink',
  danger: 'danger',
  text: 'inkSoft',
}

function shape(kind: ButtonKind, color: Colors, off = false): ViewStyle {
  const boxed: ViewStyle = {
    minHeight: 48,
    paddingHorizontal: space(6),
    paddingVertical: space(2.5),
    borderRadius: radius.large * 2,
    borderWidth: 1,
    alignItems: 'center',
    justifyContent: 'center',
    flexDirection: 'row',
  }
  if (kind === 'text')
    // Its words, not its padding, stand in line with the text around it.
    return {
      ...boxed,
      minHeight: 36,
      paddingHorizontal: space(1),
      marginHorizontal: -space(1),
      borderColor: 'transparent',
    }
  if (off) return { ...boxed, borderColor: color.line, backgroundColor: color.sunken }
  if (kind === 'action') return { ...boxed, backgroundColor: color.action, borderColor: color.action }
  return { ...boxed, borderColor: kind === 'danger' ? color.danger : color.edge }
}

export function Button(props: ButtonProps): ReactNode {
  const { label, onPress, kind = 'action', busy, disabled = false, accessibleName, expanded, grow } = props
  const color = useColors()
  const off = disabled || Boolean(busy)
  return (
    <Pressable
      {...mark(off ? {} : { press: kind })}
      role="button"
      aria-label={accessibleName ?? (busy || label)}
      aria-disabled={off}
      aria-busy={Boolean(busy)}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      onPress={off ? null : onPress}
      style={[shape(kind, color, off), { flexGrow: grow ? 1 : 0 }]}
    >
      <Words
        weight={kind === 'text' ? '500' : '600'}
        size={kind === 'text' ? 'small' : 'body'}
        tone={off && kind !== 'text' ? 'inkSoft' : ink[kind]}
        style={{ textAlign: 'center' }}
      >
        {busy || label}
      </Words>
    </Pressable>
  )
}

/** A link that looks like a button: it goes somewhere, so it is one for the keyboard and the screen reader. */
export function ButtonLink(props: { label: string; href: Href; kind?: ButtonKind }): ReactNode {
  const { label, href, kind = 'action' } = props
  const color = useColors()
  return (
    <Link href={href} asChild>
      <Pressable {...mark({ press: kind })} role="link" style={shape(kind, color)}>
        <Words weight="600" tone={ink[kind]} style={{ textAlign: 'center' }}>
          {label}
        </Words>
      </Pressable>
    </Link>
  )
}

/** A link within or beside running text. */
export function TextLink(props: {
  label: string
  href: Href
  size?: 'small' | 'body'
  tone?: ColorName
  /** Leaves the page as it is: a tab of its own in a browser. */
  apart?: boolean
}): ReactNode {
  const color = useColors()
  const tone = props.tone ?? 'ink'
  return (
    <Link
      href={props.href}
      {...(props.apart ? { target: '_blank' as const, push: true } : {})}
      style={{ minHeight: 28, paddingVertical: 3 }}
    >
      <Words
        size={props.size ?? 'body'}
        tone={tone}
        weight="500"
        style={{ textDecorationLine: 'underline', textDecorationColor: color.edge }}
      >
        {props.label}
      </Words>
    </Link>
  )
}
