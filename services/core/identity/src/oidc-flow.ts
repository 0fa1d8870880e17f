import { z } from 'zod'
import { openForDeployment, sealForDeployment } from '@triptych/vault'

const flow = z.object({
  provider: z.enum(['google', 'apple']),
  return_to: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  started_at: z.number(),
})

/** What the browser keeps, sealed, between the start of a sign-in and its end. */
export type OidcFlow = z.output<typeof flow>

export const flowLifetimeMs = 10 * 60_000

const sealOf = (secret: string) => ({ secret, purpose: 'identity.oidc-flow' })

export const sealFlow = (secret: string, value: OidcFlow): string =>
  Buffer.from(sealForDeployment(sealOf(secret), JSON.stringify(value))).toString('base64url')

/** Undefined for what was not sealed here, or too long ago. */
export function openFlow(secret: string, sealed: string | undefined, now: number): OidcFlow | undefined {
  try {
    const text = openForDeployment(sealOf(secret), Buffer.from(sealed ?? '', 'base64url'))
    const value = flow.parse(JSON.parse(text))
    return now - value.started_at <= flowLifetimeMs ? value : undefined
  } catch {
    return undefined
  }
}
