import { ProblemError } from '@triptych/kernel'

/** Why something did not work, in the terms of what a person can do about it. */
export type Trouble =
  | { readonly kind: 'offline' | 'away' | 'provider' | 'unexpected' | 'signed_out' | 'slow' }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }

const refused = (error: ProblemError): Trouble => {
  const { title = '', detail = '', errors = [] } = error.problem ?? {}
  const cure = errors.map(({ message }) => message).join(' ')
  return { kind: 'refused', code: error.code, detail: cure || detail || title }
}

/** Sorts whatever a call threw. `fetch` fails with a TypeError when nobody could be reached. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TypeError) return { kind: navigator.onLine ? 'away' : 'offline' }
  if (!(error instanceof ProblemError)) return { kind: 'unexpected' }
  const { status } = error
  if (status === 401 && error.code === 'request.unauthenticated') return { kind: 'signed_out' }
  if (status === 429) return { kind: 'slow' }
  if (error.code.startsWith('integrations.provider_')) return { kind: 'provider' }
  if (status >= 502) return { kind: 'away' }
  if (status >= 500) return { kind: 'unexpected' }
  return refused(error)
}

/** Whether the same again later can work without the person doing anything. */
export const passes = ({ kind }: Trouble): boolean => kind !== 'refused'
