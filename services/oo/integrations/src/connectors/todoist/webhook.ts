import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { WebhookHint } from '../connector.ts'

const hint = z.object({ user_id: z.coerce.string().min(1) })

/** Deliveries are late, unordered, repeated or lost: they only say whose account to read again. */
export function readHint(
  clientSecret: string,
  { body, signature }: { readonly body: Uint8Array; readonly signature: string },
): WebhookHint | undefined {
  const wanted = createHmac('sha256', clientSecret).update(body).digest()
  const given = Buffer.from(signature, 'base64')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
  try {
    const parsed = hint.safeParse(JSON.parse(Buffer.from(body).toString('utf8')))
    return parsed.success ? { account: parsed.data.user_id } : undefined
  } catch {
    return undefined
  }
}
