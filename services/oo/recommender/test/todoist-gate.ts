import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Command {
  readonly type: string
  readonly uuid: string
  readonly args: { readonly id: string }
}

/** Stands between us and Todoist: knows what was asked there, and holds answers. */
export interface TodoistGate {
  readonly url: string
  /** What Todoist was told about a task, each command once however often it was sent. */
  told(task: string): string[]
  /** Called when Todoist has executed the next command about a task and nobody here knows. */
  beforeAnswered(task: string, act: () => Promise<unknown>): void
  /** Commands about this task are executed, and their answers lost, until it is told to stop. */
  loseAnswers(task: string): () => void
  close(): Promise<void>
}

export async function openGate(todoist: string): Promise<TodoistGate> {
  const asked = new Map<string, Command>()
  const waiting = new Map<string, () => Promise<unknown>>()
  const lost = new Set<string>()

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const { authorization, 'content-type': type } = request.headers
    const answer = await fetch(`${todoist}${request.url}`, {
      method: request.method ?? 'GET',
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(request.method === 'POST' ? { body } : {}),
    })
    const said = await answer.text()
    for (const command of commandsIn(body)) {
      asked.set(command.uuid, command)
      const act = waiting.get(command.args.id)
      waiting.delete(command.args.id)
      await act?.()
      if (lost.has(command.args.id)) return void response.destroy()
    }
    const headers = { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }
    response.writeHead(answer.status, headers).end(said)
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: (task) => [...asked.values()].filter(({ args }) => args.id === task).map(({ type }) => type),
    beforeAnswered: (task, act) => void waiting.set(task, act),
    loseAnswers(task) {
      lost.add(task)
      return () => void lost.delete(task)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const commandsIn = (body: string): Command[] =>
  JSON.parse(new URLSearchParams(body).get('commands') ?? '[]') as Command[]
