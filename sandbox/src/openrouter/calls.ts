import type { ChatMessage } from './request.ts'
import type { Usage } from './tokens.ts'

/** One call to the chat endpoint. No text of it, but for `bodies`, which only tests ask for. */
export interface Call {
  readonly id: string
  readonly model: string
  readonly stream: boolean
  readonly at: string
  readonly feature: string | null
  readonly messages_sha256: string
  servedModel: string | null
  provider: string | null
  /** The HTTP status; 0 while there is none. */
  status: number
  outcome: 'open' | 'complete' | 'failed' | 'cut' | 'client_closed'
  fault: string | null
  usage: Usage | null
  readonly messages: readonly ChatMessage[]
}

export interface CallLog {
  add(call: Call): void
  list(withBodies: boolean): Record<string, unknown>[]
  readonly size: number
  clear(): void
}

const capacity = 2000

export function createCallLog(): CallLog {
  let calls: Call[] = []
  return {
    add(call) {
      calls.push(call)
      if (calls.length > capacity) calls = calls.slice(-capacity)
    },
    list: (withBodies) =>
      calls.map(({ messages, servedModel, ...call }) => ({
        ...call,
        served_model: servedModel,
        ...(withBodies ? { messages } : {}),
      })),
    get size() {
      return calls.length
    },
    clear() {
      calls = []
    },
  }
}
