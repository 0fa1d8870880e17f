import { AsyncLocalStorage } from 'node:async_hooks'
import type { StripeEvent } from './model.ts'
import { newId, type Store } from './store.ts'
import { currentVersion } from './version.ts'

export interface RequestOfEvent {
  readonly id: string | null
  readonly idempotency_key: string | null
}

export interface Events {
  /** Keeps what happened to an object, as the object is now, and hands it to the webhooks. */
  emit(type: string, object: object, previous?: Readonly<Record<string, unknown>>): StripeEvent
  /** Applies `change` and tells of it with the fields that are different now; says nothing if none is. */
  update(type: string, object: object, change: () => void): void
  /** Notes the API request for the events that come out of `run`. */
  within<Result>(request: RequestOfEvent, run: () => Result): Result
}

const noRequest: RequestOfEvent = { id: null, idempotency_key: null }

export function createEvents(
  store: Store,
  now: () => number,
  deliver: (event: StripeEvent) => number,
): Events {
  const request = new AsyncLocalStorage<RequestOfEvent>()
  const events: Events = {
    emit(type, object, previous) {
      const event: StripeEvent = {
        id: newId('evt_'),
        object: 'event',
        api_version: currentVersion,
        created: now(),
        data: {
          object: structuredClone(object) as Record<string, unknown>,
          ...(previous === undefined ? {} : { previous_attributes: previous }),
        },
        livemode: false,
        pending_webhooks: 0,
        request: request.getStore() ?? noRequest,
        type,
      }
      return store.events.add({ ...event, pending_webhooks: deliver(event) })
    },
    update(type, object, change) {
      const before = structuredClone(object)
      change()
      const previous = differences(before, object)
      if (Object.keys(previous).length > 0) events.emit(type, object, previous)
    },
    within: (given, run) => request.run(given, run),
  }
  return events
}

function differences(before: object, after: object): Record<string, unknown> {
  const current = new Map<string, unknown>(Object.entries(after))
  return Object.fromEntries(
    Object.entries(before).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(current.get(key)),
    ),
  )
}
