/** An error as OpenRouter words it: `{error: {code, message, metadata}}`. */
export class OpenRouterError extends Error {
  readonly status: number
  readonly metadata: Readonly<Record<string, unknown>> | undefined
  readonly retryAfter: string | undefined

  constructor(
    status: number,
    message: string,
    more: { metadata?: Readonly<Record<string, unknown>>; retryAfter?: string } = {},
  ) {
    super(message)
    this.status = status
    this.metadata = more.metadata
    this.retryAfter = more.retryAfter
  }

  get body(): { error: { code: number; message: string; metadata?: Readonly<Record<string, unknown>> } } {
    const { status: code, message, metadata } = this
    return { error: { code, message, ...(metadata === undefined ? {} : { metadata }) } }
  }
}
