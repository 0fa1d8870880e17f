import { randomBytes } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'

const accessSeconds = 3_600

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
}

/** What the person allowed: codes that count once, access for an hour, and what renews it. */
export interface Grants {
  allow(redirectUri: string): string
  redeem(code: string, redirectUri: string): Tokens | undefined
  renew(refreshToken: string): Tokens | undefined
  isAlive(accessToken: string): boolean
  /** Ends everything that came of the same "Allow". */
  revoke(token: string): void
  reset(): void
}

export function createGrants(clock: Clock): Grants {
  const codes = new Map<string, string>()
  const access = new Map<string, { readonly grant: string; readonly endsAt: number }>()
  const refresh = new Map<string, string>()
  const secret = (): string => randomBytes(20).toString('hex')

  function issue(grant: string): Tokens {
    const tokens = { access_token: secret(), refresh_token: secret() }
    access.set(tokens.access_token, { grant, endsAt: clock.now().getTime() + accessSeconds * 1_000 })
    refresh.set(tokens.refresh_token, grant)
    return { ...tokens, token_type: 'Bearer', expires_in: accessSeconds }
  }

  return {
    allow(redirectUri) {
      const code = secret()
      codes.set(code, redirectUri)
      return code
    },
    redeem(code, redirectUri) {
      const isMeant = codes.get(code) === redirectUri
      codes.delete(code)
      return isMeant ? issue(secret()) : undefined
    },
    renew(refreshToken) {
      const grant = refresh.get(refreshToken)
      refresh.delete(refreshToken)
      return grant === undefined ? undefined : issue(grant)
    },
    isAlive: (token) => (access.get(token)?.endsAt ?? 0) > clock.now().getTime(),
    revoke(token) {
      const ended = access.get(token)?.grant ?? refresh.get(token)
      for (const [key, { grant }] of access) if (grant === ended) access.delete(key)
      for (const [key, grant] of refresh) if (grant === ended) refresh.delete(key)
    },
    reset() {
      for (const held of [codes, access, refresh]) held.clear()
    },
  }
}
