import { createHash } from 'node:crypto'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

/** Reads the API at /docs, from this server alone: no fonts, assistants or clients from elsewhere. */
export async function mountReference(app: FastifyInstance, document: object): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).includes('text/html')) {
        return payload
      }
      reply.header('content-security-policy', policyFor(payload))
      return payload.replace('<html>', '<html lang="en">')
    })
    await scope.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        content: document,
        pageTitle: 'API reference – Triptych',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
        documentDownloadType: 'none',
      },
    })
  })
}

/** The page starts itself with scripts in its markup: exactly these may run, and nothing may call out. */
function policyFor(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
