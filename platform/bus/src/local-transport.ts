import type { EventRow } from './event-row.ts'
import type { Inboxes, Transport } from './transport.ts'

/**
 * For one process that runs every module: a batch leaves its outbox and enters the inboxes in one transaction.
 * An event without a consumer in this process is gone, so modules in several processes need JetStream.
 */
export function localTransport(): Transport {
  let inboxes: Inboxes | undefined
  return {
    async start(given) {
      inboxes = given
    },
    async deliver(events, client) {
      if (inboxes === undefined) throw new Error('The transport delivers nothing before start().')
      const reached: string[] = []
      for (const { module, subjects } of inboxes.subscriptions) {
        const wanted = events.filter((event: EventRow) => subjects.includes(event.subject))
        if (wanted.length === 0) continue
        await inboxes.receive(module, wanted, client)
        reached.push(module)
      }
      return reached
    },
    isIdle: async () => true,
    ping: async () => 'up',
    stop: async () => undefined,
  }
}
