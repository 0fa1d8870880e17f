import { type Actor, type Context, failure, requestErrors, userIdOf } from '@triptych/kernel'
import type { FastifyRequest } from 'fastify'
import type { HttpPlatform } from './platform.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once that is known. */
    userId: string | undefined
  }
}

const deadlineMs = 60_000
const keyPattern = /^[\x21-\x7e]{1,200}$/

export function openContext(platform: HttpPlatform, request: FastifyRequest, actor: Actor): Context {
  const key = idempotencyKeyOf(request)
  const userAgent = request.headers['user-agent']?.slice(0, 400)
  request.userId = userIdOf(actor)
  return {
    requestId: request.id,
    actor,
    deadline: platform.clock.now() + deadlineMs,
    // What was begun is finished, also when the client has gone; the deadline bounds it.
    signal: new AbortController().signal,
    ip: request.ip,
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  }
}

function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || request.method === 'GET') return undefined
  if (typeof key !== 'string' || !keyPattern.test(key)) {
    throw failure(requestErrors.invalid, {
      issues: [
        { path: 'Idempotency-Key', message: 'Use 1 to 200 visible ASCII characters, for example a UUID.' },
      ],
      detail: 'Idempotency-Key: use 1 to 200 visible ASCII characters, for example a UUID.',
    })
  }
  return key
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser sends cookies from any page; only our own pages may write with them. */
export function requireSameOrigin(request: FastifyRequest, origins: readonly string[]): void {
  if (safeMethods.has(request.method)) return
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  const ours = origin === undefined ? site === 'same-origin' : origins.includes(origin)
  if (!ours) throw failure(requestErrors.forbidden, { detail: 'This request came from another site.' })
}
