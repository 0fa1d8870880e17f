import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { InvalidFault } from './faults.ts'
import type { Provider } from './provider.ts'

/** The same four switches on every provider; forms are sent back to the page they came from. */
export function mountFaultRoutes(app: FastifyInstance, provider: Provider): void {
  app.get('/faults', () => ({ items: provider.faults.list(), kinds: provider.faults.kinds }))

  app.post('/faults', (request, reply) => {
    try {
      const fault = provider.faults.arm(withoutBlanks(request.body))
      return answer(request, reply, 201, fault)
    } catch (error) {
      if (!(error instanceof InvalidFault)) throw error
      return reply.code(400).type('application/problem+json').send(problem(error))
    }
  })

  app.post<{ Params: { id: string } }>('/faults/:id/clear', (request, reply) => {
    const cleared = provider.faults.disarm(request.params.id)
    return answer(request, reply, cleared ? 200 : 404, { cleared })
  })

  app.post('/reset', (request, reply) => {
    provider.faults.reset()
    provider.reset()
    return answer(request, reply, 200, { reset: true })
  })
}

function problem(error: InvalidFault): string {
  return JSON.stringify({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    code: 'sandbox.invalid_fault',
    detail: error.message,
    allowed_kinds: error.allowedKinds,
    allowed_options: error.allowedOptions,
  })
}

// A form sends every field, the empty ones too.
function withoutBlanks(body: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => value !== ''))
}

function answer(request: FastifyRequest, reply: FastifyReply, status: number, body: unknown): FastifyReply {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  if (!isForm) return reply.code(status).send(body)
  const card = request.routeOptions.url?.split('/')[1] ?? ''
  return reply.redirect(`/#${card}`, 303)
}
