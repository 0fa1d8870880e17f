type Fetch = typeof fetch

/** As `navigator.locks`: one holder of a name at a time. */
export interface Locks {
  request: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

/** One after the other within this page, where the browser has no locks over tabs. */
export function createLocks(): Locks {
  if (typeof navigator !== 'undefined' && 'locks' in navigator && navigator.locks !== undefined) {
    return { request: (name, work) => navigator.locks.request(name, work) as ReturnType<typeof work> }
  }
  const tails = new Map<string, Promise<unknown>>()
  return {
    request: (name, work) => {
      const next = (tails.get(name) ?? Promise.resolve()).then(work, work)
      tails.set(
        name,
        next.catch(() => undefined),
      )
      return next
    },
  }
}

export interface RefreshingFetch {
  fetch: Fetch
  locks: Locks
  baseUrl: string
  onSignedOut: () => void
}

const ownCredentials =
  /\/auth\/(login|register|refresh|logout|forgot-password|reset-password|verify-email)$|\/privacy\/receipts\//

const urlOf = (input: RequestInfo | URL): string =>
  typeof input === 'string' ? input : input instanceof URL ? input.href : input.url

/**
 * `fetch` for a session in cookies: a 401 renews the session once and repeats the request once.
 * Parallel calls, tabs and apps of this origin share one renewal; a second 401 means signed out.
 */
export function createRefreshingFetch(deps: RefreshingFetch): Fetch {
  let renewing: Promise<boolean> | undefined

  const renew = async (): Promise<boolean> => {
    const answer = await deps.fetch(`${deps.baseUrl}/api/v1/auth/refresh`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ session: 'cookie' }),
    })
    if (answer.status >= 500 || answer.status === 429)
      throw new TypeError('The session could not be renewed now.')
    return answer.ok
  }
  const renewOnce = (): Promise<boolean> => {
    renewing ??= deps.locks.request('session.refresh', renew).finally(() => {
      renewing = undefined
    })
    return renewing
  }

  return async (input, init) => {
    const first = await deps.fetch(input, init)
    if (first.status !== 401 || ownCredentials.test(urlOf(input))) return first
    if (await renewOnce()) return deps.fetch(input, init)
    deps.onSignedOut()
    return first
  }
}
