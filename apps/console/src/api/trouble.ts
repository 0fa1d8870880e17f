import { ProblemError } from '@triptych/kernel'

/** Why something did not work, and what to do next. */
export interface Trouble {
  readonly code: string
  readonly said: string
  /** Finds the request in the logs. */
  readonly reference?: string
}

const away = 'The server cannot be reached. Check the connection, then try again.'

export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.status === 401

const misplaced = new Set(['identity.organization_not_found', 'identity.role_required'])

/** They do not belong to the company, or may do less in it than was known here. */
export const isMisplaced = (error: unknown): boolean =>
  error instanceof ProblemError && misplaced.has(error.code)

/** Sorts whatever a call threw; `fetch` fails with a TypeError when nobody could be reached. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TypeError) return { code: 'away', said: away }
  if (!(error instanceof ProblemError))
    return { code: 'unexpected', said: 'Something unexpected happened. Try again.' }
  const { problem, code, retryAfterSeconds } = error
  if (error.status === 429) {
    return {
      code,
      said: `Too many requests. Try again in ${Math.max(1, Math.ceil(retryAfterSeconds ?? 10))} s.`,
    }
  }
  if (problem === undefined) return { code, said: away }
  const cures = (problem.errors ?? []).map(({ message }) => message).join(' ')
  return { code, said: cures || problem.detail || problem.title, reference: problem.request_id }
}
