import { sendProblem, toAppError } from '@triptych/http'
import { failure, requestErrors } from '@triptych/kernel'
import { verifyServiceToken } from '@triptych/kernel/server'
import { decide, type DecisionInput, InvalidDecision, policies } from '@triptych/oo-policies'
import { describeError, inSpan, type Logger, withRemoteParent } from '@triptych/telemetry'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { JWTVerifyGetKey } from 'jose'

/** To whom service tokens for this process are addressed. */
export const audience = 'scoring'

/** 1,000 candidates of 64 features, written out, take about 1.5 MiB. */
const bodyLimitBytes = 4 * 1024 * 1024

export interface ScoringServerOptions {
  /** Public keys of those who may ask. */
  readonly keys: JWTVerifyGetKey
  readonly logger: Logger
}

/**
 * `POST /score`: DecisionInput → DecisionOutput, by the very code that the recommender decides with when this process
 * is away. `GET /health`: the policies of this build. Errors are problem details that name the field.
 */
export function buildScoringServer({ keys, logger }: ScoringServerOptions): FastifyInstance {
  const app = Fastify({ bodyLimit: bodyLimitBytes })
  app.setErrorHandler((error, request, reply) => {
    const known = toAppError(error instanceof InvalidDecision ? refusalOf(error) : error)
    if (known.kind === 'internal') logger.error({ error: describeError(error) }, 'scoring.failed')
    return sendProblem(reply, known, request.id)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, failure(requestErrors.not_found), request.id))
  app.get('/health', () => ({
    status: 'ok',
    policies: [...policies.values()].map(({ id, version }) => ({ id, version })),
  }))
  // Before the body is read: who may not ask costs nothing.
  app.post('/score', { onRequest: (request) => requireToken(request, keys) }, (request) =>
    withRemoteParent(request.headers, () =>
      inSpan({ name: 'POST /score', kind: 'server', attributes: { 'http.route': '/score' } }, () =>
        Promise.resolve(decide(request.body as DecisionInput)),
      ),
    ),
  )
  return app
}

async function requireToken({ headers }: FastifyRequest, keys: JWTVerifyGetKey): Promise<void> {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  await verifyServiceToken(token, audience, keys)
}

const refusalOf = ({ field, message }: InvalidDecision) =>
  failure(requestErrors.invalid, { detail: message, issues: [{ path: field, message }] })
