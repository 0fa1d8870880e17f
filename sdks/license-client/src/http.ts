import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface HttpRequest {
  readonly url: string
  readonly body: string
}

export interface HttpAnswer {
  readonly status: number
  readonly body: string
}

/** Far more than any answer of a licence server. */
const longestBody = 64 * 1024

export const requestHeaders = (): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'content-type': 'application/json',
})

export class AnswerTooLong extends Error {
  readonly code = 'ANSWER_TOO_LONG'
}

/**
 * Posts once over a connection of its own. Not by `fetch`: that goes on connecting after it was aborted, and keeps the
 * process alive meanwhile.
 */
export function post({ url, body }: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const headers = { ...requestHeaders(), 'content-length': Buffer.byteLength(body) }
    const request = send(
      url,
      { method: 'POST', agent: false, headers, ...(signal && { signal }) },
      (answer) => {
        readBody(answer).then((text) => resolve({ status: answer.statusCode ?? 0, body: text }), reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

async function readBody(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longestBody) throw new AnswerTooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
