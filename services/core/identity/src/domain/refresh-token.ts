import { createHash, createHmac, randomBytes } from 'node:crypto'

const tokenBytes = 32
/** A reply may be lost on its way: within this time the same token gives the same successor again. */
export const retryWindowMs = 10_000
export const refreshLifetimeMs = 30 * 24 * 3_600_000

export const newRefreshToken = (): string => randomBytes(tokenBytes).toString('base64url')
export const newSalt = (): Buffer => randomBytes(16)

/** A 256-bit random token needs no slow hash. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The one successor of a token; needs the presented token, the deployment's secret and the row's salt together. */
export const successorOf = (token: string, salt: Uint8Array, secret: string): string =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(salt).update(token).digest('base64url')
