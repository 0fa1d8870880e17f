import type { ReactNode } from 'react'
import { useTitle } from './use-title.ts'

interface Props {
  readonly title: string
  /** One sentence: what this page is for. */
  readonly lead: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, lead, actions, children }: Props): ReactNode {
  useTitle(title)
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="soft">{lead}</p>
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </header>
      {children}
    </>
  )
}
