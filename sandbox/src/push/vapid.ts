import { importJWK, jwtVerify } from 'jose'

export interface Vapid {
  readonly key: string
  readonly aud: string
  readonly sub: string | undefined
  readonly exp: string
}

/** Why a signature is not taken, with the status a push service answers with. */
export class VapidRefused extends Error {
  readonly status: 401 | 403
  constructor(status: 401 | 403, message: string) {
    super(message)
    this.status = status
  }
}

const dayMs = 86_400_000

/**
 * Checks `Authorization: vapid t=…, k=…` (RFC 8292): the signature, for whom it was made, and a life of a day at most.
 * @throws {VapidRefused}
 */
export async function checkVapid(
  header: string | undefined,
  expected: { readonly origin: string; readonly serverKey: string | undefined; readonly now: Date },
): Promise<Vapid> {
  const { t: token, k: key } = readParameters(header)
  if (token === undefined || key === undefined)
    throw new VapidRefused(401, 'Send Authorization: vapid t=…, k=….')
  if (expected.serverKey !== undefined && expected.serverKey !== key) {
    throw new VapidRefused(403, 'The key is not the one that the browser subscribed with.')
  }
  const { aud, sub, exp } = await verify(token, key, expected)
  if (exp * 1_000 > expected.now.getTime() + dayMs)
    throw new VapidRefused(403, '"exp" is more than a day away.')
  if (sub !== undefined && !/^(mailto:|https:)/.test(sub)) throw new VapidRefused(403, '"sub" is no contact.')
  return { key, aud, sub, exp: new Date(exp * 1_000).toISOString() }
}

async function verify(token: string, key: string, { origin, now }: { origin: string; now: Date }) {
  try {
    const { payload } = await jwtVerify(token, await publicKeyOf(key), {
      algorithms: ['ES256'],
      audience: origin,
      currentDate: now,
      requiredClaims: ['exp'],
    })
    return { aud: origin, sub: payload.sub, exp: payload.exp ?? 0 }
  } catch (error) {
    throw new VapidRefused(403, error instanceof Error ? error.message : 'The token is not valid.')
  }
}

async function publicKeyOf(key: string) {
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65) throw new Error('"k" is no uncompressed point of P-256.')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  return importJWK({ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, 'ES256')
}

function readParameters(header = ''): { t?: string; k?: string } {
  const [scheme = '', rest = ''] = header.split(/ (.*)/s)
  if (scheme.toLowerCase() !== 'vapid') return {}
  return Object.fromEntries(rest.split(',').map((part) => part.trim().split(/=(.*)/s).slice(0, 2)))
}
