import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

export interface Report {
  readonly environment?: string
  readonly release?: string
  readonly tags: Readonly<Record<string, string>>
  readonly exception: { readonly values: readonly { readonly type: string; readonly value: string }[] }
}

/** Takes envelopes on loopback as Sentry and GlitchTip do, and keeps their events. */
export async function startCollector() {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks)
      bodies.push((request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8'))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    dsn: `http://public@127.0.0.1:${(server.address() as AddressInfo).port}/1`,
    text: () => bodies.join('\n'),
    reports: (): Report[] =>
      bodies
        .flatMap((body) => body.split('\n').filter((line) => line !== ''))
        .map((line) => JSON.parse(line) as Partial<Report>)
        .filter((item): item is Report => item.exception !== undefined),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
