import type { Clock } from '../kit/clock.ts'
import type { App } from './app.ts'
import { newToken } from './codes.ts'

const accessLifetime = 3600
const legacyLifetime = 315_360_000
const graceMs = 60 * 1000

/** One "Allow" of a person, with every token that came of it. */
export interface Grant {
  readonly accountEmail: string
  readonly scope: string
  revoked: boolean
}

interface AccessToken {
  readonly grant: Grant
  readonly expiresAt: number
}

/** What came of a used refresh token, and until when that may be asked for again. */
interface Rotation {
  readonly accessToken: string
  readonly graceUntil: number
}

interface RefreshToken {
  readonly grant: Grant
  rotation?: Rotation
}

/** The body of the token endpoint's answer. */
export interface TokenAnswer {
  readonly access_token: string
  readonly refresh_token?: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
  readonly scope: string
}

export interface Alive {
  readonly access: number
  readonly refresh: number
  readonly scopes: readonly string[]
}

export interface Grants {
  /** The first tokens of a person who has just allowed it. */
  open(accountEmail: string, scope: string): TokenAnswer
  /** Undefined means invalid_grant. A used token after its grace ends everything of that person. */
  refresh(refreshToken: string): TokenAnswer | undefined
  /** As if the token had been used, and its grace were over. */
  endGrace(refreshToken: string): void
  /** The grant of an access token that is alive. */
  check(accessToken: string): Grant | undefined
  /** Ends the grant that an access or refresh token belongs to. */
  revoke(token: string): void
  /** Ends everything this person has allowed, as "remove app" in Todoist's settings does. */
  revokeAccount(email: string): void
  /** How many tokens of this person are alive; the tokens themselves are told to nobody. */
  alive(email: string): Alive
  reset(): void
  capture(): KeptTokens
  restore(kept: KeptTokens): void
}

export type KeptTokens = Pick<Tokens, 'access' | 'refresh'>

export function createGrants(app: App, clock: Clock): Grants {
  const tokens = createTokens(clock)
  const { access, refresh } = tokens
  const now = (): number => clock.now().getTime()

  const revokeAccount = (email: string): void => {
    for (const { grant } of [...access.values(), ...refresh.values()]) {
      if (grant.accountEmail === email) grant.revoked = true
    }
  }
  const answerAgain = (grant: Grant, { accessToken, graceUntil }: Rotation): TokenAnswer | undefined => {
    const given = access.get(accessToken)
    if (given !== undefined && now() <= graceUntil) {
      return describe(accessToken, Math.ceil((given.expiresAt - now()) / 1000), grant)
    }
    revokeAccount(grant.accountEmail)
    return undefined
  }

  return {
    open(accountEmail, scope) {
      const grant: Grant = { accountEmail, scope, revoked: false }
      return app.mode === 'rotating' ? tokens.issuePair(grant) : tokens.issueAccess(grant, legacyLifetime)
    },
    refresh(value) {
      const held = refresh.get(value)
      if (held === undefined || held.grant.revoked) return undefined
      if (held.rotation !== undefined) return answerAgain(held.grant, held.rotation)
      const pair = tokens.issuePair(held.grant)
      held.rotation = { accessToken: pair.access_token, graceUntil: now() + graceMs }
      return pair
    },
    endGrace(value) {
      const held = refresh.get(value)
      if (held !== undefined) held.rotation = { accessToken: '', graceUntil: 0 }
    },
    check(token) {
      const held = access.get(token)
      return held === undefined || held.grant.revoked || held.expiresAt <= now() ? undefined : held.grant
    },
    revoke(token) {
      const held = access.get(token) ?? refresh.get(token)
      if (held !== undefined) held.grant.revoked = true
    },
    revokeAccount,
    alive: (email) => countAlive(tokens, email, now()),
    reset() {
      access.clear()
      refresh.clear()
    },
    capture: () => ({ access, refresh }),
    restore(kept) {
      for (const [token, held] of kept.access) access.set(token, held)
      for (const [token, held] of kept.refresh) refresh.set(token, held)
    },
  }
}

interface Tokens {
  readonly access: Map<string, AccessToken>
  readonly refresh: Map<string, RefreshToken>
  issueAccess(grant: Grant, lifetime: number): TokenAnswer
  issuePair(grant: Grant): TokenAnswer
}

function createTokens(clock: Clock): Tokens {
  const access = new Map<string, AccessToken>()
  const refresh = new Map<string, RefreshToken>()
  const issueAccess = (grant: Grant, lifetime: number): TokenAnswer => {
    const token = newToken()
    access.set(token, { grant, expiresAt: clock.now().getTime() + lifetime * 1000 })
    return describe(token, lifetime, grant)
  }
  return {
    access,
    refresh,
    issueAccess,
    issuePair(grant) {
      const token = newToken()
      refresh.set(token, { grant })
      return { ...issueAccess(grant, accessLifetime), refresh_token: token }
    },
  }
}

function describe(accessToken: string, lifetime: number, { scope }: Grant): TokenAnswer {
  return { access_token: accessToken, token_type: 'Bearer', expires_in: lifetime, scope }
}

function countAlive({ access, refresh }: Tokens, email: string, now: number): Alive {
  const isTheirs = ({ grant }: { readonly grant: Grant }): boolean =>
    grant.accountEmail === email && !grant.revoked
  const living = [...access.values()].filter((token) => isTheirs(token) && token.expiresAt > now)
  const usable = [...refresh.values()].filter((token) => isTheirs(token) && token.rotation === undefined)
  return {
    access: living.length,
    refresh: usable.length,
    scopes: [...new Set([...living, ...usable].map(({ grant }) => grant.scope))],
  }
}
