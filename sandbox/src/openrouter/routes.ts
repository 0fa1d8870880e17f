import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { catalogue, type Model } from './catalogue.ts'
import { serveChat, type ChatParts } from './chat.ts'

const latencySchema = z.strictObject({ mode: z.enum(['realistic', 'none']) })

export function mountOpenRouter(app: FastifyInstance, parts: ChatParts): void {
  app.post('/api/v1/chat/completions', (request, reply) => serveChat(request, reply, parts))

  app.get('/api/v1/models', () => ({ data: catalogue.map(describe) }))

  app.get<{ Querystring: { bodies?: string } }>('/calls', ({ query }) => ({
    items: parts.calls.list(query.bodies === '1'),
  }))

  app.get('/latency', () => ({ mode: parts.pace.mode }))

  app.post('/latency', (request, reply) => {
    const parsed = latencySchema.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({ error: { code: 400, message: z.prettifyError(parsed.error) } })
    parts.pace.mode = parsed.data.mode
    return reply.send(parsed.data)
  })
}

function describe({ id, name, contextLength, endpoints }: Model): Record<string, unknown> {
  const price = endpoints[0]?.price
  const perToken = (dollars = 0): string => (dollars / 1_000_000).toFixed(10).replace(/0+$/, '')
  return {
    id,
    canonical_slug: id,
    name,
    context_length: contextLength,
    architecture: { modality: 'text->text', input_modalities: ['text'], output_modalities: ['text'] },
    pricing: {
      prompt: perToken(price?.input),
      completion: perToken(price?.output),
      input_cache_read: perToken(price?.cacheRead),
    },
    supported_parameters: [...new Set(endpoints.flatMap(({ parameters }) => [...parameters]))],
  }
}
