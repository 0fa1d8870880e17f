import type { ReactNode } from 'react'
import { troubleOf } from '../api/trouble.ts'
import { Button } from './button.tsx'

/** An action that did not work, beside what was tried. */
export function Refused({ error }: { readonly error: unknown }): ReactNode {
  const { said, reference, code } = troubleOf(error)
  return (
    <div className="notice" data-tone="bad" role="alert">
      <p>{said}</p>
      {code === 'identity.reauth_required' && <p>Sign out and in again, then repeat it.</p>}
      {reference !== undefined && <p className="small soft">Reference {reference}</p>}
    </div>
  )
}

/** What was to be shown could not be read. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }): ReactNode {
  return (
    <div className="stack">
      <Refused error={error} />
      <div>
        <Button onClick={retry}>Try again</Button>
      </div>
    </div>
  )
}

export function Empty(props: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children !== undefined && <p className="soft">{props.children}</p>}
    </div>
  )
}

export function Skeleton({ rows = 5 }: { readonly rows?: number }): ReactNode {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">Loading…</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} />
      ))}
    </div>
  )
}
