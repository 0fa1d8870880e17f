import type { ReactNode } from 'react'
import type { Trouble } from '../api/trouble.ts'
import { m } from '../i18n/i18n.ts'

export const wordsOf = (trouble: Trouble): string =>
  trouble.kind === 'refused' ? trouble.detail : m.trouble[trouble.kind]

/** What happened and what to do. */
export const TroubleNote = ({ trouble }: { trouble: Trouble | undefined }): ReactNode => (
  <div role="alert">{trouble === undefined ? null : <p className="note">{wordsOf(trouble)}</p>}</div>
)
