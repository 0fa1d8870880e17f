/** What Todoist says when it refuses: `{error_tag, error_code, error, http_code, error_extra}`. */
export interface TodoistErrorBody {
  readonly error_tag: string
  readonly error_code: number
  readonly error: string
  readonly http_code: number
  readonly error_extra: Readonly<Record<string, unknown>>
}

const known = {
  INVALID_ARGUMENT_VALUE: [20, 400],
  LIMITS_REACHED: [35, 429],
  // The numbers of the next two are not documented.
  PAYLOAD_TOO_LARGE: [67, 413],
  AUTH_INSUFFICIENT_TOKEN_SCOPE: [37, 403],
  UNAUTHORIZED: [477, 401],
  NOT_FOUND: [478, 404],
} as const

export type ErrorTag = keyof typeof known

export class TodoistError extends Error {
  readonly body: TodoistErrorBody

  constructor(tag: ErrorTag, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message)
    const [code, status] = known[tag]
    this.body = {
      error_tag: tag,
      error_code: code,
      error: message,
      http_code: status,
      error_extra: extra,
    }
  }

  get status(): number {
    return this.body.http_code
  }
}

export function invalid(argument: string, explanation: string): TodoistError {
  return new TodoistError('INVALID_ARGUMENT_VALUE', `Invalid argument value: ${explanation}`, { argument })
}
