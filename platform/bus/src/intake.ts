import type { JsMsg } from '@nats-io/jetstream'
import type { EventRow } from './event-row.ts'
import type { Inboxes } from './transport.ts'
import { eventOf } from './wire.ts'

/** Collects the messages of one module and commits them to its inbox in batches; acknowledged only then. */
export interface Intake {
  take(message: JsMsg, subject: string): void
  isEmpty(): boolean
  drained(): Promise<void>
}

const batchMax = 256
const retryAfterMs = 1_000

export function createIntake(module: string, inboxes: Inboxes): Intake {
  let held: { message: JsMsg; event: EventRow }[] = []
  let running: Promise<void> | undefined

  async function commit(batch: readonly { message: JsMsg; event: EventRow }[]): Promise<void> {
    try {
      await inboxes.receive(
        module,
        batch.map(({ event }) => event),
      )
    } catch (error) {
      inboxes.stalled(error)
      for (const { message } of batch) message.nak(retryAfterMs)
      return
    }
    // A lost acknowledgement brings the message again; the inbox knows it.
    for (const { message } of batch) message.ack()
    inboxes.arrived(module)
  }

  async function run(): Promise<void> {
    // Messages arrive in bursts: whatever this turn of the event loop brings shares one transaction.
    await new Promise(setImmediate)
    while (held.length > 0) {
      const batch = held.slice(0, batchMax)
      held = held.slice(batchMax)
      await commit(batch)
    }
    running = undefined
  }

  return {
    take(message, subject) {
      const event = eventOf(message, subject)
      if (event === undefined) {
        message.term()
        inboxes.stalled(new Error(`a message on ${subject} was not written by a relay and is left out`))
        return
      }
      held.push({ message, event })
      running ??= run()
    },
    isEmpty: () => running === undefined,
    drained: async () => running,
  }
}
