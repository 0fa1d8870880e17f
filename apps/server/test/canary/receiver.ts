import { createServer } from 'node:http'

/** Takes what a process reports to collectors of traces and errors, and keeps it. */
export interface Receiver {
  readonly url: string
  readonly received: Buffer[]
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: Buffer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [Buffer.from(`${request.url} ${JSON.stringify(request.headers)}\n`)]
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push(Buffer.concat(chunks))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
