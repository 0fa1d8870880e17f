import type { FieldIssue } from './error.ts'

/** Problem details (RFC 9457) as our server sends them; declared data travels as further members. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly request_id: string
  readonly errors?: readonly FieldIssue[]
  readonly [member: string]: unknown
}

/** A call that the server refused. `problem` is absent when something between us and the server answered. */
export class ProblemError extends Error {
  readonly status: number
  readonly problem: Problem | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(status: number, problem: Problem | undefined, retryAfterSeconds: number | undefined) {
    super(problem?.detail ?? `The server answered ${status}.`)
    this.name = 'ProblemError'
    this.status = status
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
  }

  get code(): string {
    return this.problem?.code ?? 'request.unavailable'
  }
}
