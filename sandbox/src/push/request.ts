import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

/** The headers of RFC 8030 that a push service acts on. */
const headers = z.object({
  ttl: z
    .string('TTL is missing (RFC 8030, 5.2).')
    .regex(/^\d{1,10}$/, 'TTL is a number of seconds.')
    .transform(Number),
  urgency: z
    .enum(['very-low', 'low', 'normal', 'high'], 'Urgency is very-low, low, normal or high.')
    .default('normal'),
  topic: z
    .string()
    .regex(/^[\w-]{1,32}$/, 'Topic is at most 32 characters of base64url.')
    .optional(),
})

export const maximumBytes = 4_096

/** Why a push is refused before anybody looks whom it is for. */
export class PushRefused extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
  }
}

export function readPush(request: FastifyRequest) {
  const parsed = headers.safeParse(request.headers)
  if (!parsed.success) throw new PushRefused(400, parsed.error.issues.map(({ message }) => message).join(' '))
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  if (body.length > maximumBytes) throw new PushRefused(413, `A push has at most ${maximumBytes} bytes.`)
  if (body.length > 0 && request.headers['content-encoding'] !== 'aes128gcm') {
    throw new PushRefused(400, 'A payload is encrypted with Content-Encoding: aes128gcm (RFC 8291).')
  }
  const { ttl, urgency, topic } = parsed.data
  return { body, headers: { ttl, urgency, topic: topic ?? null } }
}
