import type { Socket } from 'node:net'
import { type AppError, failure, requestErrors } from '@triptych/kernel'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { toProblem } from './problem.ts'

type Handler = NonNullable<FastifyServerOptions['clientErrorHandler']>
type ConnectionError = Parameters<Handler>[0]

/** What never becomes a request, as its bytes cannot be read, gets a problem like everything else, and the line is closed. */
export const refuseUnreadable = (newId: () => string): Handler =>
  function refuse(this: FastifyInstance, error: ConnectionError, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) {
      socket.destroy()
      return
    }
    const { status, reason, problem } = refusalOf(error.code)
    const body = JSON.stringify({ ...toProblem(problem, newId()), status })
    socket.end(
      [
        `HTTP/1.1 ${status} ${reason}`,
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Cache-Control: no-store',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }

interface Refusal {
  readonly status: number
  readonly reason: string
  readonly problem: AppError
}

function refusalOf(code: string): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const detail =
      'Address and headers together are too long. Shorten the address, or send fewer or shorter headers.'
    return {
      status: 431,
      reason: 'Request Header Fields Too Large',
      problem: failure(requestErrors.too_large, { detail }),
    }
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const detail = 'The request did not arrive whole in time. Send it again.'
    return { status: 408, reason: 'Request Timeout', problem: failure(requestErrors.invalid, { detail }) }
  }
  const detail = 'This is not a readable HTTP request. Check its method, headers and length.'
  return { status: 400, reason: 'Bad Request', problem: failure(requestErrors.invalid, { detail }) }
}
