import { randomBytes } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'

const lifetimeMs = 10 * 60 * 1000

/** What a person has allowed, before the app has come for its tokens. */
export interface Permission {
  readonly accountEmail: string
  readonly scope: string
  readonly redirectUri: string
}

/** Authorization codes: good once, for ten minutes. */
export interface Codes {
  issue(permission: Permission): string
  /** Undefined for a code that is unknown, used or too old, or that went to another address. */
  redeem(code: string, redirectUri: string | undefined): Permission | undefined
  reset(): void
}

export const newToken = (): string => randomBytes(20).toString('hex')

export function createCodes(clock: Clock): Codes {
  const issued = new Map<string, { readonly permission: Permission; readonly expiresAt: number }>()
  return {
    issue(permission) {
      const code = newToken()
      issued.set(code, { permission, expiresAt: clock.now().getTime() + lifetimeMs })
      return code
    },
    redeem(code, redirectUri) {
      const held = issued.get(code)
      issued.delete(code)
      if (held === undefined || held.expiresAt <= clock.now().getTime()) return undefined
      const { permission } = held
      return redirectUri === undefined || redirectUri === permission.redirectUri ? permission : undefined
    },
    reset: () => issued.clear(),
  }
}
