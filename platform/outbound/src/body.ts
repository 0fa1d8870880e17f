import { OutboundError, transportFailure } from './errors.ts'

export const defaultMaxBodyBytes = 10 * 1024 * 1024

/** Reads pieces up to a bound; failures come as `failureOf` says, so that none of the client's own errors gets out. */
export async function* boundedBody(
  source: AsyncIterable<Uint8Array>,
  { provider, maxBytes }: { provider: string; maxBytes: number },
  failureOf: (error: unknown) => unknown = (error) => transportFailure(provider, error),
): AsyncGenerator<Uint8Array> {
  let length = 0
  try {
    for await (const piece of source) {
      length += piece.length
      if (length > maxBytes) throw new OutboundError({ reason: 'invalid_response', provider })
      yield piece
    }
  } catch (error) {
    throw failureOf(error)
  }
}

export async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

export function parseJson(provider: string, status: number, body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new OutboundError({ reason: 'invalid_response', provider, status })
  }
}

/** Header values as text, by lower-case name. */
export function flatHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** Nothing was asked to be compressed; an answer that is compressed all the same cannot be read. */
export const isPlain = (headers: Readonly<Record<string, string>>): boolean =>
  (headers['content-encoding'] ?? 'identity') === 'identity'
