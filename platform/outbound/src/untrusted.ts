import { lookup } from 'node:dns/promises'

import { Client } from 'undici'

import { blocked, checkedLookup, isTrusted, requireUsable, type Resolve } from './address.ts'
import { boundedBody, flatHeaders, isPlain, readAll } from './body.ts'
import { OutboundError, transportFailure } from './errors.ts'
import { abortFailure } from './exchange.ts'
import { inClientSpan } from './tracing.ts'

export interface UntrustedRequest {
  method?: 'GET' | 'POST'
  headers?: Readonly<Record<string, string | undefined>>
  body?: string | Uint8Array
  signal?: AbortSignal
  /** Default 5 MiB. */
  maxBodyBytes?: number
  /** The whole call with its redirects; default 15 s. */
  timeoutMs?: number
}

export interface UntrustedResponse {
  /** Any status: what it means is the caller's to say. */
  status: number
  headers: Readonly<Record<string, string>>
  body: Uint8Array
  /** The address that answered, after redirects. */
  url: string
}

export type FetchUntrusted = (url: string, request?: UntrustedRequest) => Promise<UntrustedResponse>

const provider = 'untrusted'
const maxRedirects = 3
const redirects = new Set([301, 302, 303, 307, 308])
/** What may follow a redirect to another origin. */
const harmlessHeaders = new Set([
  'accept',
  'accept-language',
  'if-modified-since',
  'if-none-match',
  'user-agent',
])

function parse(address: string, base?: URL): URL {
  try {
    return new URL(address, base)
  } catch (error) {
    throw blocked(error)
  }
}

const withoutSecrets = (headers: UntrustedRequest['headers']) =>
  Object.fromEntries(
    Object.entries(headers ?? {}).filter(([name]) => harmlessHeaders.has(name.toLowerCase())),
  )

interface Hop {
  url: URL
  request: UntrustedRequest
  signal: AbortSignal
}

/** One request over one connection, which is closed afterwards: no connection outlives its check. No trace is sent along. */
async function send({ url, request, signal }: Hop, lookUp: ReturnType<typeof checkedLookup>) {
  const method = request.method ?? 'GET'
  const client = new Client(url.origin, { connect: { timeout: 5000, lookup: lookUp }, allowH2: false })
  try {
    return await inClientSpan({ provider, method, host: url.host }, async () => {
      const response = await client.request({
        path: url.pathname + url.search,
        method,
        headers: flatHeaders({ 'accept-encoding': 'identity', ...request.headers }),
        body: request.body ?? null,
        signal,
        headersTimeout: 10_000,
        bodyTimeout: 10_000,
      })
      response.body.on('error', () => {})
      const headers = flatHeaders(response.headers)
      const status = response.statusCode
      if (redirects.has(status)) return { status, headers, body: new Uint8Array() }
      if (!isPlain(headers)) throw new OutboundError({ reason: 'invalid_response', provider, status })
      const bound = { provider, maxBytes: request.maxBodyBytes ?? 5 * 1024 * 1024 }
      return { status, headers, body: await readAll(boundedBody(response.body, bound)) }
    })
  } catch (error) {
    throw signal.aborted ? abortFailure(provider, signal) : transportFailure(provider, error)
  } finally {
    await client.destroy()
  }
}

function nextHop({ url, request, signal }: Hop, location: string | undefined): Hop {
  const isGet = (request.method ?? 'GET') === 'GET'
  if (!isGet || location === undefined) throw new OutboundError({ reason: 'refused', provider })
  const next = parse(location, url)
  const isSameOrigin = next.origin === url.origin
  return {
    url: next,
    request: isSameOrigin ? request : { ...request, headers: withoutSecrets(request.headers) },
    signal,
  }
}

/**
 * Fetches an address that a person gave: https only, public addresses only, at most three redirects, each checked again.
 * `trusted` lists the exact `host:port` pairs that are excepted (and may be http): the running sandbox.
 */
export function createFetchUntrusted(trusted: readonly string[], resolve?: Resolve): FetchUntrusted {
  const known = new Set(trusted)
  const resolveAll: Resolve = resolve ?? ((hostname) => lookup(hostname, { all: true }))
  return async (address, request = {}) => {
    const timer = new AbortController()
    const expire = () => timer.abort(new OutboundError({ reason: 'timeout', provider, isTransient: true }))
    const handle = setTimeout(expire, request.timeoutMs ?? 15_000)
    const signal =
      request.signal === undefined ? timer.signal : AbortSignal.any([request.signal, timer.signal])
    let hop: Hop = { url: parse(address), request, signal }
    try {
      for (let count = 0; count <= maxRedirects; count += 1) {
        requireUsable(hop.url, known)
        const answer = await send(hop, checkedLookup(resolveAll, isTrusted(hop.url, known)))
        if (!redirects.has(answer.status)) return { ...answer, url: hop.url.href }
        hop = nextHop(hop, answer.headers['location'])
      }
      throw new OutboundError({ reason: 'refused', provider })
    } finally {
      clearTimeout(handle)
    }
  }
}
