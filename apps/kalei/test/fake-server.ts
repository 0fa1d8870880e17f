import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { answers } from './fake-answers.ts'
import type { FakeState } from './fake-answers.ts'

const dist = new URL('../dist/', import.meta.url).pathname
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

async function serveFile(url: URL, response: ServerResponse): Promise<void> {
  const path = normalize(url.pathname.replace(/^\/kalei\/?/, '/'))
  const wanted = extname(path) === '' ? 'index.html' : path
  const body = await readFile(join(dist, wanted)).catch(() => undefined)
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': types[extname(wanted)] ?? 'application/octet-stream',
    'content-security-policy':
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  })
  response.end(body)
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

/** The built app with a small imitation of the API behind it, for looking at screens. */
export async function startFake(state: FakeState): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    void (async () => {
      if (!url.pathname.startsWith('/api/v1')) return serveFile(url, response)
      const body = await bodyOf(request)
      return answers({ method: request.method ?? 'GET', path: url.pathname.slice(7), body, state, response })
    })().catch((error: unknown) => {
      response.writeHead(500)
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
