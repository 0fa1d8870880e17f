import { isFailure, requestErrors } from '@triptych/kernel'
import type { FastifyRequest } from 'fastify'
import type { HttpPlatform, RequestFact } from './platform.ts'
import { toAppError } from './problem.ts'

export const factOf = (request: FastifyRequest): RequestFact => ({
  requestId: request.id,
  method: request.method,
  route: request.routeOptions.url ?? 'unknown',
})

/** Tells of an error that nobody expected, unless it came out of an operation: that one has been told. */
export function tellFailure(
  { observer }: Pick<HttpPlatform, 'observer'>,
  request: FastifyRequest,
  error: unknown,
): void {
  if (isFailure(error, requestErrors.internal) || toAppError(error).kind !== 'internal') return
  observer?.failed({ ...factOf(request), error })
}
