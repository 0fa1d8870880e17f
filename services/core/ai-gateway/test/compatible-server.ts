import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CompatibleServer {
  readonly url: string
  /** What it answers from now on. */
  content: string
  readonly bodies: Record<string, unknown>[]
  close(): Promise<void>
}

/** A small OpenAI-compatible endpoint, as Ollama or vLLM are: no routing, no cost, text as it was given. */
export async function startCompatibleServer(): Promise<CompatibleServer> {
  const bodies: Record<string, unknown>[] = []
  const state = { content: '' }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      bodies.push(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Record<string, unknown>)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const send = (chunk: unknown) => response.write(`data: ${JSON.stringify(chunk)}\n\n`)
      for (const piece of state.content.match(/[\s\S]{1,7}/g) ?? []) {
        send({ model: 'llama', choices: [{ index: 0, delta: { content: piece }, finish_reason: null }] })
      }
      send({ model: 'llama', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
      send({ model: 'llama', choices: [], usage: { prompt_tokens: 900, completion_tokens: 120 } })
      response.end('data: [DONE]\n\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get content() {
      return state.content
    },
    set content(content) {
      state.content = content
    },
    bodies,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
