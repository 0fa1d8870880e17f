import type { Responder } from '@triptych/http'
import {
  clearFlowCookie,
  clearSessionCookies,
  setFlowCookie,
  setSessionCookies,
  type SessionTokens,
} from './cookies.ts'
import { resetPasswordPage, sendPage, verifyEmailPage, visitOf } from './pages.ts'

const accepted = 202
const seeOther = 303

/** With `session: "cookie"` the tokens go into HttpOnly cookies and stay out of the body. */
export function sessionResponders(isSecure: boolean): Record<string, Responder> {
  const keepSession: Responder = ({ reply }, output, input) => {
    reply.header('cache-control', 'no-store')
    if ('verification_required' in (output as object)) return reply.status(accepted).send(output)
    if ((input as { session?: string }).session !== 'cookie') return output
    setSessionCookies(reply, output as SessionTokens, isSecure)
    const {
      access_token: _access,
      refresh_token: _refresh,
      device_token: _device,
      ...rest
    } = output as Record<string, unknown>
    return rest
  }
  const endSession: Responder = ({ reply }, output) => {
    clearSessionCookies(reply, isSecure)
    reply.header('clear-site-data', '"cache"')
    return output
  }
  return {
    register: keepSession,
    login: keepSession,
    refresh: keepSession,
    exchange: keepSession,
    logout: endSession,
    logoutAll: endSession,
    deleteMe: endSession,
    ...redirectResponders(isSecure),
    ...pageResponders,
    getSigningKeys: ({ reply }, output) => {
      reply.header('cache-control', 'public, max-age=300')
      return output
    },
  }
}

const redirectResponders = (isSecure: boolean): Record<string, Responder> => ({
  startOidc({ reply }, output) {
    const { location, flow } = output as { location: string; flow: string | null }
    if (flow !== null) setFlowCookie(reply, flow, isSecure)
    return reply.header('cache-control', 'no-store').redirect(location, seeOther)
  },
  finishOidc({ reply }, output) {
    const { location, signed_in: tokens } = output as { location: string; signed_in: SessionTokens | null }
    clearFlowCookie(reply, isSecure)
    if (tokens !== null) setSessionCookies(reply, tokens, isSecure)
    return reply.header('cache-control', 'no-store').redirect(location, seeOther)
  },
})

const tokenOf = (output: unknown): string => (output as { token: string }).token
const returnToOf = (input: unknown): unknown => (input as { return_to?: unknown }).return_to

const pageResponders: Record<string, Responder> = {
  showVerifyEmail: ({ reply, request }, output, input) =>
    sendPage(reply, verifyEmailPage(visitOf(request, returnToOf(input)), tokenOf(output))),
  showResetPassword: ({ reply, request }, output, input) =>
    sendPage(reply, resetPasswordPage(visitOf(request, returnToOf(input)), tokenOf(output))),
}
