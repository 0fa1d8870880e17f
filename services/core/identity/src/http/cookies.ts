import type { FastifyReply, FastifyRequest } from 'fastify'

/** Names with which a browser keeps a session. Browsers refuse secure cookies on plain loopback. */
export const cookieNames = (isSecure: boolean) =>
  isSecure
    ? { access: '__Host-sid', refresh: '__Host-rid', device: '__Host-did', flow: '__Host-oidc' }
    : { access: 'sid', refresh: 'rid', device: 'did', flow: 'oidc' }

export interface SessionTokens {
  readonly access_token?: string | undefined
  readonly refresh_token?: string | undefined
  readonly device_token?: string | undefined
  readonly expires_in: number
}

const daySeconds = 24 * 3_600
const flowSeconds = 600

const shared = (isSecure: boolean) =>
  ({ httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' }) as const

export function setSessionCookies(reply: FastifyReply, tokens: SessionTokens, isSecure: boolean): void {
  const names = cookieNames(isSecure)
  const kept = [
    [names.access, tokens.access_token, tokens.expires_in],
    [names.refresh, tokens.refresh_token, 30 * daySeconds],
  ] as const
  for (const [name, value, maxAge] of kept) {
    if (value !== undefined) reply.setCookie(name, value, { ...shared(isSecure), maxAge })
  }
  if (tokens.device_token !== undefined) setDeviceCookie(reply, tokens.device_token, isSecure)
}

export function setDeviceCookie(reply: FastifyReply, device: string, isSecure: boolean): void {
  reply.setCookie(cookieNames(isSecure).device, device, { ...shared(isSecure), maxAge: 365 * daySeconds })
}

/** Ends the session in this browser; that the device is known stays. */
export function clearSessionCookies(reply: FastifyReply, isSecure: boolean): void {
  const { access, refresh } = cookieNames(isSecure)
  for (const name of [access, refresh]) reply.clearCookie(name, shared(isSecure))
}

export function setFlowCookie(reply: FastifyReply, flow: string, isSecure: boolean): void {
  reply.setCookie(cookieNames(isSecure).flow, flow, { ...shared(isSecure), maxAge: flowSeconds })
}

export function clearFlowCookie(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(cookieNames(isSecure).flow, shared(isSecure))
}

export const cookieOf = (
  request: FastifyRequest,
  name: keyof ReturnType<typeof cookieNames>,
  isSecure: boolean,
): string | undefined => request.cookies[cookieNames(isSecure)[name]]
