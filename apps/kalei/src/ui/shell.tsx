import { Link, usePathname } from 'expo-router'
import type { Href } from 'expo-router'
import type { ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { Kaleidoscope } from '../glass/kaleidoscope.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { radius, space } from '../theme/tokens.ts'
import { useColors, useWide } from '../theme/use-theme.ts'
import { Words } from './text.tsx'
import { mark } from './web.ts'

interface Place {
  href: Href & string
  label: string
}

function NavLink(props: Place & { wide: boolean }): ReactNode {
  const color = useColors()
  const here = usePathname().startsWith(props.href)
  return (
    <Link href={props.href} asChild>
      <Pressable
        role="link"
        {...{ 'aria-current': here ? 'page' : undefined }}
        {...mark({ press: 'quiet' })}
        style={{
          minHeight: 48,
          minWidth: 88,
          flexGrow: props.wide ? 0 : 1,
          paddingHorizontal: space(4),
          alignItems: 'center',
          justifyContent: 'center',
          borderRadius: radius.medium,
        }}
      >
        <Words weight={here ? '600' : '400'} tone={here ? 'ink' : 'inkSoft'}>
          {props.label}
        </Words>
        <View
          style={{
            height: 3,
            width: 20,
            borderRadius: 2,
            marginTop: 2,
            backgroundColor: here ? color.amber : 'transparent',
          }}
        />
      </Pressable>
    </Link>
  )
}

function Navigation(props: { wide: boolean }): ReactNode {
  const { m } = useI18n()
  const places: Place[] = [
    { href: '/mirror', label: m.nav.mirror },
    { href: '/turn', label: m.nav.turn },
    { href: '/you', label: m.nav.you },
  ]
  return (
    <View role="navigation" aria-label={m.nav.label} style={{ flexDirection: 'row', gap: space(1) }}>
      {places.map((place) => (
        <NavLink key={place.href} {...place} wide={props.wide} />
      ))}
    </View>
  )
}

function HelpLink(): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  return (
    <Link href="/help" asChild>
      <Pressable
        role="link"
        {...mark({ press: 'quiet' })}
        style={{
          minHeight: 44,
          paddingHorizontal: space(4),
          justifyContent: 'center',
          borderRadius: radius.large * 2,
          borderWidth: 1,
          borderColor: color.line,
        }}
      >
        <Words size="small" weight="600" tone="inkSoft">
          {m.nav.help}
        </Words>
      </Pressable>
    </Link>
  )
}

function Brand(): ReactNode {
  return (
    <Link href="/" asChild>
      <Pressable
        role="link"
        aria-label="Kalei"
        style={{
          flexDirection: 'row',
          alignItems: 'center',
          gap: space(2),
          minHeight: 48,
          paddingRight: space(2),
        }}
      >
        <Kaleidoscope size={30} step={2} />
        <Words size="large" weight="600" style={{ letterSpacing: -0.3 }}>
          Kalei
        </Words>
      </Pressable>
    </Link>
  )
}

/** The frame of every page but the crisis one: mark, places, and the way to help. */
export function Shell(props: { signedIn: boolean; children: ReactNode }): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const wide = useWide()
  const inset = useSafeAreaInsets()
  return (
    <>
      <Words
        {...{ href: '#main' }}
        {...mark({ skip: '' })}
        weight="600"
        style={{ backgroundColor: color.sheet, padding: space(3) }}
      >
        {m.common.skip}
      </Words>
      <View
        role="banner"
        {...mark({ sticky: 'top' })}
        style={{
          flexDirection: 'row',
          alignItems: 'center',
          justifyContent: 'space-between',
          paddingHorizontal: space(5),
          paddingTop: inset.top + space(2),
          paddingBottom: space(2),
          gap: space(3),
        }}
      >
        <Brand />
        {wide && props.signedIn ? <Navigation wide /> : null}
        <HelpLink />
      </View>
      <View role="main" nativeID="main" tabIndex={-1} style={{ flexGrow: 1 }}>
        {props.children}
      </View>
      {!wide && props.signedIn ? (
        <View
          {...mark({ sticky: 'bottom' })}
          style={{
            borderTopWidth: 1,
            borderTopColor: color.line,
            paddingHorizontal: space(2),
            paddingVertical: space(1),
          }}
        >
          <Navigation wide={false} />
        </View>
      ) : null}
    </>
  )
}
