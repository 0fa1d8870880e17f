import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Platform, View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { measure, space } from '../theme/tokens.ts'
import { Skeleton } from './notice.tsx'
import { Heading } from './text.tsx'

function useTitle(title: string): void {
  useEffect(() => {
    if (Platform.OS === 'web') document.title = title === 'Kalei' ? title : `${title} · Kalei`
  }, [title])
}

/** On the first page the browser's own order holds, so that Tab finds the skip link. */
let arrived = false

export interface PageProps {
  /** The document's title and, unless `heading` says otherwise, the visible h1. */
  title: string
  heading?: ReactNode
  lead?: ReactNode
  width?: number
  children: ReactNode
}

/** One screen: sets the title and starts the reader at its heading. */
export function Page(props: PageProps): ReactNode {
  const { title, heading, lead, width = measure, children } = props
  const top = useRef<View>(null)
  useTitle(title)
  useEffect(() => {
    if (Platform.OS !== 'web') return
    window.scrollTo(0, 0)
    const node = top.current as unknown as HTMLElement | null
    if (arrived && document.activeElement === document.body) node?.focus({ preventScroll: true })
    arrived = true
  }, [title])
  return (
    <View
      ref={top}
      tabIndex={-1}
      style={{
        width: '100%',
        maxWidth: width + space(10),
        alignSelf: 'center',
        paddingHorizontal: space(5),
        paddingTop: space(6),
        paddingBottom: space(20),
        gap: space(6),
      }}
    >
      {heading === undefined ? <Heading level={1}>{title}</Heading> : heading}
      {lead}
      {children}
    </View>
  )
}

/** A part of a screen under its own heading. */
export function Section(props: { title: string; children: ReactNode }): ReactNode {
  return (
    <View role="region" aria-label={props.title} style={{ gap: space(4), marginTop: space(4) }}>
      <Heading level={2}>{props.title}</Heading>
      {props.children}
    </View>
  )
}

/** Stands where a screen will be as soon as it is known which. */
export function LoadingPage(): ReactNode {
  const { m } = useI18n()
  return (
    <View style={{ width: '100%', maxWidth: measure, alignSelf: 'center', padding: space(6) }}>
      <Skeleton label={m.common.loading} />
    </View>
  )
}
