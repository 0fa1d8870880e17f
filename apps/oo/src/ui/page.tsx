import { type ReactNode, useEffect } from 'react'
import { m } from '../i18n/i18n.ts'
import { Mark } from './mark.tsx'
import { addressOf, go } from './route.ts'

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · oO`
  }, [title])
}

export const SkipLink = (): ReactNode => (
  <a className="skip" href="#content">
    {m.skip}
  </a>
)

/** A page to read: its mark leads back to the tip. */
export function Page({
  title,
  home = true,
  children,
}: {
  title: string
  home?: boolean
  children: ReactNode
}): ReactNode {
  useTitle(title)
  return (
    <>
      <SkipLink />
      <header className="page-head">
        {home ? (
          <Link to="/" className="icon" label={m.back}>
            <Mark />
          </Link>
        ) : (
          <Mark />
        )}
      </header>
      <main id="content" className="page" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  )
}

export function Link(props: {
  to: string
  className?: string
  label?: string
  children: ReactNode
}): ReactNode {
  return (
    <a
      href={addressOf(props.to)}
      className={props.className}
      aria-label={props.label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(props.to)
      }}
    >
      {props.children}
    </a>
  )
}
