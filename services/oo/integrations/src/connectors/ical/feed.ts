import { type Outbound, OutboundError, type UntrustedResponse } from '@triptych/outbound'
import { AccessRefused, ConnectionRefused, ProviderUnavailable } from '../connector.ts'

/** How an earlier answer is asked for again. */
export type Validators = Readonly<Record<string, string>>

const maxBytes = 2 * 1024 * 1024
const timeoutMs = 15_000
const gone = new Set([401, 403, 404, 410])
const longestValidator = 200

/** `webcal:` is https by another name. */
export const addressOf = (given: string): string => given.replace(/^webcals?:/i, 'https:')

/** One reading of the address, of any status. */
export const fetchFeed = (
  { fetchUntrusted }: Pick<Outbound, 'fetchUntrusted'>,
  address: string,
  known: Validators,
  signal: AbortSignal,
): Promise<UntrustedResponse> =>
  fetchUntrusted(address, {
    headers: {
      accept: 'text/calendar',
      'if-none-match': known['etag'],
      'if-modified-since': known['modified'],
    },
    maxBodyBytes: maxBytes,
    timeoutMs,
    signal,
  })

export function validatorsOf({ headers }: UntrustedResponse): Validators {
  const { etag, 'last-modified': modified } = headers
  const kept = (value: string | undefined) => value !== undefined && value.length <= longestValidator
  return {
    ...(kept(etag) ? { etag: etag as string } : {}),
    ...(kept(modified) ? { modified: modified as string } : {}),
  }
}

/** What a status means for a connection that stands. */
export function requireFeed({ status, headers }: UntrustedResponse): void {
  if (gone.has(status)) throw new AccessRefused()
  if (status === 200 || status === 304) return
  const seconds = Number(headers['retry-after'])
  throw new ProviderUnavailable({
    isBusy: status === 429,
    retryAfterMs: seconds > 0 ? seconds * 1_000 : undefined,
  })
}

/** Why an address that a person gave cannot be used, in words for them; undefined when it may work later. */
export function refusalOf(error: unknown): ConnectionRefused | undefined {
  if (!(error instanceof OutboundError)) return undefined
  if (error.reason === 'blocked') {
    return new ConnectionRefused(
      'Give an https address on the public internet, without a name and password in it.',
    )
  }
  if (error.reason === 'refused') return new ConnectionRefused('It sends on to other addresses too often.')
  if (error.reason === 'invalid_response') {
    return new ConnectionRefused(`It gives more than ${maxBytes / 1024 / 1024} MiB, or no plain text.`)
  }
  return undefined
}
