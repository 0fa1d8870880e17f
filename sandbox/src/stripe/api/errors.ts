import type { z } from 'zod'
import type { PaymentError } from '../model.ts'

export type ErrorType =
  | 'api_error'
  | 'card_error'
  | 'idempotency_error'
  | 'invalid_request_error'
  | 'rate_limit_error'

export interface ErrorDetails {
  readonly code?: string
  readonly decline_code?: string
  readonly param?: string
}

/** What Stripe says when it refuses: `{error: {type, code?, decline_code?, param?, message}}`. */
export class StripeApiError extends Error {
  readonly status: number
  readonly type: ErrorType
  readonly details: ErrorDetails

  constructor(status: number, type: ErrorType, message: string, details: ErrorDetails = {}) {
    super(message)
    this.status = status
    this.type = type
    this.details = details
  }

  get body(): object {
    const { type, message, details } = this
    return { error: { type, ...details, message } }
  }
}

export function invalid(message: string, param?: string, code?: string): StripeApiError {
  return new StripeApiError(400, 'invalid_request_error', message, {
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  })
}

export function missing(kind: string, id: string, param = 'id'): StripeApiError {
  return new StripeApiError(404, 'invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param,
  })
}

export function declined({ code, decline_code, message }: PaymentError): StripeApiError {
  return new StripeApiError(402, 'card_error', message, { code, decline_code })
}

/** The first thing that is wrong with a request's parameters, by Stripe's name for it: `items[0][price]`. */
export function invalidParameters({ issues }: z.ZodError): StripeApiError {
  const [issue] = issues
  const [root = '', ...rest] = issue?.path.map(String) ?? []
  const param = root + rest.map((key) => `[${key}]`).join('')
  const isMissing = issue?.code === 'invalid_type' && issue.message.includes('undefined')
  return isMissing
    ? invalid(`Missing required param: ${param}.`, param, 'parameter_missing')
    : invalid(`Invalid ${param}: ${issue?.message ?? 'not what was expected'}`, param, 'parameter_invalid')
}
