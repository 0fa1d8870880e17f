import type { Clock } from '../kit/clock.ts'
import type { Vapid } from './vapid.ts'

export interface IncomingPush {
  readonly endpoint: string
  readonly headers: {
    readonly ttl: number
    readonly urgency: string
    readonly topic: string | null
  }
  readonly vapid: Vapid
  /** As the browser reads it; null when it came without one or could not be opened. */
  readonly payload: string | null
  /** Whether the browser could open it: a service cannot tell, so it takes both. */
  readonly opened: boolean
}

export interface PushMessage extends IncomingPush {
  readonly id: string
  readonly at: string
}

export interface Messages {
  deliver(push: IncomingPush): PushMessage
  /** Newest first; with `endpoint` only those to that browser. */
  list(endpoint?: string): PushMessage[]
  clear(): void
}

const capacity = 500

/** What arrived at all browsers, the last 500. */
export function createMessages(clock: Clock): Messages {
  let messages: PushMessage[] = []
  let counter = 0
  return {
    deliver(push) {
      counter += 1
      const message = { id: `push_${counter}`, ...push, at: clock.now().toISOString() }
      messages = [message, ...messages].slice(0, capacity)
      return message
    },
    list: (endpoint) => messages.filter((message) => endpoint === undefined || message.endpoint === endpoint),
    clear() {
      messages = []
    },
  }
}
