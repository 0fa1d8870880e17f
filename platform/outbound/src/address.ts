import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'

import ipaddr from 'ipaddr.js'

import { OutboundError } from './errors.ts'

/** Every address of a host name, as `dns.lookup` with `all` gives them. */
export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>

export const blocked = (cause?: unknown) =>
  new OutboundError({ reason: 'blocked', provider: 'untrusted', cause })

/** Only ordinary public unicast; for IPv6 within 2000::/3, which also leaves out all the ways to write an IPv4 address. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20
}

/** The URL's host without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80')

export const isTrusted = (url: URL, trusted: ReadonlySet<string>): boolean =>
  trusted.has(`${url.hostname}:${portOf(url)}`)

/** Everything that can be told from the URL alone. */
export function requireUsable(url: URL, trusted: ReadonlySet<string>): void {
  const isKnown = isTrusted(url, trusted)
  const isSchemeRight = url.protocol === 'https:' || (url.protocol === 'http:' && isKnown)
  if (!isSchemeRight || url.username !== '' || url.password !== '') throw blocked()
  const host = hostOf(url)
  if (!isKnown && isIP(host) !== 0 && !isPublicAddress(host)) throw blocked()
}

/**
 * The look-up a socket uses when it connects: the addresses it gets are those that were checked, so a name cannot
 * change between the check and the connection. One forbidden address forbids the name.
 */
export function checkedLookup(resolve: Resolve, isKnown: boolean): LookupFunction {
  const check = callbackify(async (hostname: string) => {
    const addresses = await resolve(hostname)
    const isSafe = isKnown || addresses.every(({ address }) => isPublicAddress(address))
    if (addresses.length === 0 || !isSafe) throw blocked()
    return [...addresses]
  })
  return (hostname, options, callback) => {
    check(hostname, (error, addresses) => {
      const [first] = addresses ?? []
      if (options.all === true) callback(error, addresses ?? [])
      else callback(error, first?.address ?? '', first?.family)
    })
  }
}
