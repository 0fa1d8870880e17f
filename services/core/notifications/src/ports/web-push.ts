import { ECDH } from 'node:crypto'
import { isIP } from 'node:net'
import { createOutbound, isPublicAddress, OutboundError, retryAfterMs } from '@triptych/outbound'
import type { Clock } from '@triptych/kernel'
import webPush from 'web-push'
import {
  type OutgoingPush,
  PushError,
  type PushFailure,
  type PushSender,
  type PushTarget,
} from './push-sender.ts'
import type { Vapid } from './vapid.ts'

interface WebPushOptions {
  readonly vapid: Vapid
  /** The running sandbox, whose address may be private. */
  readonly sandboxUrl: string | undefined
  readonly clock: Clock
}

/**
 * Web push (RFC 8030) with its encryption (RFC 8291) and signature (RFC 8292) by `web-push`. The address comes from a
 * person, so the way out is `fetchUntrusted`; repeating is the queue's.
 */
export function createWebPush({ vapid, sandboxUrl, clock }: WebPushOptions): PushSender {
  const sandbox = sandboxUrl === undefined ? undefined : new URL(sandboxUrl)
  const trusted = sandbox === undefined ? [] : [`${sandbox.hostname}:${sandbox.port || '80'}`]
  const { fetchUntrusted } = createOutbound({ providers: {}, clock, trusted })
  return {
    publicKey: vapid.publicKey,
    refusalOf: (target) => refusalOf(target, sandbox),
    async send(target, push, signal) {
      const { headers, body } = requestOf(target, push, vapid)
      const answer = await fetchUntrusted(target.endpoint, {
        method: 'POST',
        headers,
        body,
        signal,
        maxBodyBytes: 64 * 1024,
      }).catch((error: unknown) => {
        throw transportFailure(error)
      })
      if (answer.status >= 200 && answer.status < 300) return
      const wait = retryAfterMs(answer.headers['retry-after'], clock.now())
      throw new PushError(`push_${answer.status}`, failureOf(answer.status), wait)
    },
  }
}

function requestOf({ endpoint, keys }: PushTarget, push: OutgoingPush, vapid: Vapid) {
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, push.payload, {
    vapidDetails: vapid,
    contentEncoding: 'aes128gcm',
    TTL: push.ttlSeconds,
    urgency: push.urgency,
    topic: push.topic,
  })
  const { 'Content-Length': _length, ...rest } = headers
  return { headers: rest, body: new Uint8Array(body) }
}

function failureOf(status: number): PushFailure {
  if (status === 404 || status === 410) return 'gone'
  if (status === 401 || status === 403) return 'key_refused'
  return status === 408 || status === 425 || status === 429 || status >= 500 ? 'transient' : 'permanent'
}

const hopeless = new Set(['blocked', 'refused'])

function transportFailure(error: unknown): PushError {
  if (!(error instanceof OutboundError)) return new PushError('push_failed', 'transient')
  return new PushError(`push_${error.reason}`, hopeless.has(error.reason) ? 'permanent' : 'transient')
}

/** What can be told from the address and keys alone; where a name leads is checked each time a connection is made. */
function refusalOf({ endpoint, keys }: PushTarget, sandbox: URL | undefined) {
  const url = new URL(endpoint)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isPublic = isIP(host) === 0 ? host.includes('.') : isPublicAddress(host)
  const isOpen = url.protocol === 'https:' && isPublic && url.username === '' && url.password === ''
  if (!isOpen && url.origin !== sandbox?.origin) {
    return { path: 'endpoint', message: 'Use the https address that the browser’s push service gave.' }
  }
  try {
    ECDH.convertKey(keys.p256dh, 'prime256v1', 'base64url')
    return undefined
  } catch {
    return { path: 'keys.p256dh', message: 'This is no point of the P-256 curve.' }
  }
}
