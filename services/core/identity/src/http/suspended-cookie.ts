import type { Problem } from '@triptych/kernel'
import type { FastifyInstance } from 'fastify'
import { errors } from '../contract/errors.ts'
import { setSessionCookies, type SessionTokens } from './cookies.ts'

/** The refusal of a suspended person carries a token; in a browser it goes into the cookie and stays out of the body. */
export function keepSuspendedSignIn(app: FastifyInstance, isSecure: boolean): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const problem = payload as (Problem & SessionTokens) | null
    if (problem?.code !== errors.suspended.code) return payload
    reply.header('cache-control', 'no-store')
    if ((request.body as { session?: unknown } | undefined)?.session !== 'cookie') return payload
    setSessionCookies(reply, problem, isSecure)
    const { access_token: _access, ...rest } = problem
    return rest
  })
}
