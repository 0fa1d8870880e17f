import { requireSameOrigin } from '@triptych/http'
import { failure, requestErrors } from '@triptych/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cookieOf } from './cookies.ts'

export interface CookieInputOptions {
  readonly origins: readonly string[]
  readonly isSecure: boolean
}

const keepsSession = new Set(['identity.register', 'identity.login', 'identity.refresh', 'identity.exchange'])

/** Gives operations what a browser keeps in cookies, as if it stood in the request; only to pages of our own. */
export function takeInputsFromCookies(app: FastifyInstance, options: CookieInputOptions): void {
  app.addHook('preHandler', async (request) => {
    const { operation } = request.routeOptions.config as { operation?: string }
    if (operation === 'identity.finishOidc') bindFlow(request, options)
    if (operation !== undefined && keepsSession.has(operation)) fromCookies(request, operation, options)
  })
}

/** The flow comes from the cookie alone: one in the address could be anybody's. */
function bindFlow(request: FastifyRequest, { isSecure }: CookieInputOptions): void {
  const { flow: _given, ...query } = request.query as Record<string, unknown>
  const flow = cookieOf(request, 'flow', isSecure)
  request.query = flow === undefined ? query : { ...query, flow }
}

function fromCookies(request: FastifyRequest, operation: string, options: CookieInputOptions): void {
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return
  const given = body as Record<string, unknown>
  if (given['session'] !== 'cookie') return
  refuseOtherSites(request, options.origins)
  const refresh = cookieOf(request, 'refresh', options.isSecure)
  const device = cookieOf(request, 'device', options.isSecure)
  if (operation === 'identity.refresh' && given['refresh_token'] === undefined && refresh !== undefined) {
    requireSameOrigin(request, options.origins)
    request.body = { ...given, refresh_token: refresh.slice(0, 200) }
  }
  if (operation === 'identity.login' && given['device_token'] === undefined && device !== undefined)
    request.body = { ...given, device_token: device.slice(0, 400) }
}

/** Another site must not sign somebody in to an account of its choice. Programs name no origin. */
function refuseOtherSites(request: FastifyRequest, origins: readonly string[]): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const isForeign = origin === undefined ? site === 'cross-site' : !origins.includes(origin)
  if (isForeign) throw failure(requestErrors.forbidden, { detail: 'This request came from another site.' })
}

/** On loopback a browser may say localhost or 127.0.0.1; both are this machine. */
export function originsOf(publicUrl: string): string[] {
  const { origin, hostname, port } = new URL(publicUrl)
  if (!['localhost', '127.0.0.1'].includes(hostname)) return [origin]
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
}
