import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const tokenPath = '/oauth/access_token'

/** Stands between the service and Todoist: tells whose access is renewed, and may do something before it is answered. */
export interface Gate {
  readonly url: string
  /** How often a path was asked for. */
  count(path: string): number
  /** The number of the access that was given last. */
  latestGrant(): number
  /** How often this access was asked to be renewed, by whomever. */
  renewals(grant: number): number
  /** Called once, when Todoist has renewed this access and nobody has heard of it yet; a throw loses the answer. */
  beforeRenewed(grant: number, act: () => Promise<void>): void
  /** Answers these paths so instead of asking Todoist; none when empty. */
  answerInstead(statuses: Readonly<Record<string, number>>): void
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Which refresh tokens belong to one access, as one follows from another. */
function createGrants() {
  const byToken = new Map<string, number>()
  const renewals = new Map<number, number>()
  let made = -1
  return {
    latest: () => made,
    renewals: (grant: number) => renewals.get(grant) ?? 0,
    asked(body: string): number | undefined {
      const grant = byToken.get(new URLSearchParams(body).get('refresh_token') ?? '')
      if (grant !== undefined) renewals.set(grant, (renewals.get(grant) ?? 0) + 1)
      return grant
    },
    answered(grant: number | undefined, text: string): void {
      const { refresh_token: token } = JSON.parse(text) as { refresh_token?: string }
      if (token !== undefined) byToken.set(token, grant ?? (made += 1))
    },
  }
}

export async function openGate(target: string): Promise<Gate> {
  const asked: string[] = []
  const grants = createGrants()
  const waiting = new Map<number, () => Promise<void>>()
  let instead: Readonly<Record<string, number>> = {}

  async function pass(request: IncomingMessage): Promise<{ status: number; type: string; text: string }> {
    const body = await bodyOf(request)
    const path = (request.url ?? '').split('?')[0] ?? ''
    asked.push(path)
    const status = instead[path]
    if (status !== undefined) return { status, type: 'application/json', text: '{}' }
    const { authorization, 'content-type': type } = request.headers
    const grant = path === tokenPath ? grants.asked(body) : undefined
    const answer = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(request.method === 'POST' ? { body } : {}),
    })
    const text = await answer.text()
    if (path === tokenPath && answer.ok) grants.answered(grant, text)
    const act = grant === undefined ? undefined : waiting.get(grant)
    if (grant !== undefined) waiting.delete(grant)
    await act?.()
    return { status: answer.status, type: answer.headers.get('content-type') ?? 'text/plain', text }
  }

  const server = createServer((request, response) => {
    pass(request).then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: (path) => asked.filter((one) => one === path).length,
    latestGrant: grants.latest,
    renewals: grants.renewals,
    beforeRenewed: (grant, act) => void waiting.set(grant, act),
    answerInstead(statuses) {
      instead = statuses
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
