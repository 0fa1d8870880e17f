import {
  AppError,
  type ErrorKind,
  errorKinds,
  failure,
  type FieldIssue,
  isAppError,
  requestErrors,
} from './error.ts'

/** An error between two processes of ours. Internal text and causes stay behind. */
export interface WireError {
  readonly code: string
  readonly kind: ErrorKind
  readonly title: string
  readonly detail?: string
  readonly data?: Record<string, unknown>
  readonly issues?: readonly FieldIssue[]
  readonly retryAfterMs?: number
}

export function toWireError(error: unknown): { error: WireError } {
  const known = isAppError(error) ? error : failure(requestErrors.internal)
  return {
    error: {
      code: known.code,
      kind: known.kind,
      title: known.title,
      ...(known.detail === undefined ? {} : { detail: known.detail }),
      ...(known.data === undefined ? {} : { data: known.data }),
      ...(known.issues === undefined ? {} : { issues: known.issues }),
      ...(known.retryAfterMs === undefined ? {} : { retryAfterMs: known.retryAfterMs }),
    },
  }
}

export function fromWireError(body: unknown): AppError {
  const error = (body as { error?: Partial<WireError> } | null)?.error
  if (typeof error?.code !== 'string' || !errorKinds.includes(error.kind as ErrorKind)) {
    return failure(requestErrors.unavailable, {
      cause: 'the other process gave an answer that is no error of ours',
    })
  }
  const { code, kind, title, ...details } = error as WireError
  return new AppError({ code, kind, title }, details)
}

/** One line of a stream between processes: an event, the final answer, or an error. */
export type Frame = { readonly event: unknown } | { readonly output: unknown } | { readonly error: WireError }

/** Reads newline-separated frames; a stream that ends without its answer was cut. */
export async function* readFrames(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<unknown, unknown, undefined> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const frame = JSON.parse(line) as Frame
      if ('error' in frame) throw fromWireError(frame)
      if ('output' in frame) return frame.output
      yield frame.event
    }
  }
  throw failure(requestErrors.unavailable, { detail: 'The answer was cut off.' })
}
