import { type AppError, failure, isAppError, type Problem, requestErrors } from '@triptych/kernel'
import type { FastifyError, FastifyReply } from 'fastify'
import { statusOf } from './status.ts'

/** What Fastify itself refuses, in our terms. */
const transportErrors: Readonly<Record<string, () => AppError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => failure(requestErrors.too_large),
  FST_ERR_CTP_EMPTY_JSON_BODY: () =>
    failure(requestErrors.invalid, { detail: 'The body is empty. Send a JSON object.' }),
  FST_ERR_CTP_INVALID_JSON_BODY: () =>
    failure(requestErrors.invalid, {
      detail: 'The body is not valid JSON, or holds a key that is not taken (__proto__, constructor).',
    }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    failure(requestErrors.invalid, { detail: 'Content-Length does not match the body.' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    failure(requestErrors.unsupported_media_type, {
      detail: 'Send JSON with the header Content-Type: application/json.',
    }),
  FST_UNDER_PRESSURE: () => failure(requestErrors.unavailable, { retryAfterMs: 5_000 }),
  FST_ERR_NOT_FOUND: () => failure(requestErrors.not_found),
}

/** Any error as one that a caller may see. Unknown ones become `request.internal`. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error
  const { code, statusCode } = error as FastifyError
  const known = transportErrors[code]
  if (known !== undefined) return known()
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return failure(requestErrors.invalid, { detail: 'The request could not be read.', cause: error })
  }
  return failure(requestErrors.internal, { cause: error })
}

export function toProblem(error: AppError, requestId: string): Problem {
  return {
    ...error.data,
    type: `/docs/errors#${error.code}`,
    title: error.title,
    status: statusOf[error.kind],
    detail: error.detail ?? error.title,
    code: error.code,
    ...(error.issues === undefined ? {} : { errors: error.issues }),
    request_id: requestId,
  }
}

export function sendProblem(reply: FastifyReply, error: AppError, requestId: string): FastifyReply {
  if (error.retryAfterMs !== undefined)
    reply.header('retry-after', Math.max(1, Math.ceil(error.retryAfterMs / 1000)))
  if (error.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer')
  return reply
    .status(statusOf[error.kind])
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(toProblem(error, requestId))
}
