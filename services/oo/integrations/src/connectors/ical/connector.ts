import { defineConfig } from '@triptych/config'
import { createOutbound, OutboundError, type UntrustedResponse } from '@triptych/outbound'
import {
  AccessRefused,
  ConnectionRefused,
  type ConnectorGround,
  defineConnector,
  type FeedConnector,
  ProviderUnavailable,
} from '../connector.ts'
import { addressOf, fetchFeed, refusalOf, requireFeed, type Validators, validatorsOf } from './feed.ts'
import { readCalendar } from './reader.ts'
import { NotACalendar } from './todos.ts'

/** The to-dos of a calendar address; it may hold a secret, so the whole address is the credential. Read only. */
export const ical = defineConnector({
  config: defineConfig({}),
  create: (_config, ground) => createIcal(ground),
})

function createIcal({ clock, logger, sandboxUrl }: ConnectorGround): FeedConnector {
  const trusted = sandboxUrl === undefined ? [] : [new URL(sandboxUrl).host]
  const outbound = createOutbound({ providers: {}, clock, logger, trusted })
  const read = (response: UntrustedResponse) =>
    readCalendar(Buffer.from(response.body).toString('utf8'), clock.now())

  async function ask(address: string, known: Validators, signal: AbortSignal): Promise<UntrustedResponse> {
    const response = await fetchFeed(outbound, address, known, signal)
    requireFeed(response)
    return response
  }

  return {
    kind: 'feed',
    provider: 'ical',
    name: 'Calendar feed',
    description: 'The to-dos of a calendar become tips. They are ticked off in your calendar’s own app.',
    scopes: [],
    reads: [
      {
        what: 'The to-dos of the calendar: words, dates, priorities',
        why: 'To choose one that fits the moment.',
      },
    ],
    writes: [],
    retentionChoices: [30, 7, 90],

    async openFeed(url, signal) {
      const address = addressOf(url)
      try {
        await read(await ask(address, {}, signal))
      } catch (error) {
        throw connectingFailure(error)
      }
      return { accessToken: address, refreshToken: null, expiresAt: null }
    },

    async *fetchSignals({ accessToken: address }, cursor, signal) {
      const day = new Date(clock.now()).toISOString().slice(0, 10)
      // On another day a recurring to-do has another next date, though the calendar is the same.
      const { day: readOn, partial, ...validators } = cursor ?? {}
      try {
        const response = await ask(address, readOn === day ? validators : {}, signal)
        if (response.status === 304) {
          yield {
            isFull: false,
            tasks: [],
            projects: [],
            isPartial: partial !== undefined,
            cursor: cursor ?? {},
          }
          return
        }
        const { tasks, isPartial } = await read(response)
        const next = { ...validatorsOf(response), day, ...(isPartial ? { partial: 'yes' } : {}) }
        yield { isFull: true, tasks, projects: [], isPartial, cursor: next }
      } catch (error) {
        throw readingFailure(error)
      }
    },

    close: () => outbound.close(),
  }
}

function connectingFailure(error: unknown): unknown {
  if (error instanceof NotACalendar) return new ConnectionRefused(error.message)
  if (error instanceof AccessRefused) {
    return new ConnectionRefused('Nothing is found there, or it asks for a sign-in.')
  }
  return refusalOf(error) ?? readingFailure(error)
}

/** An address that stops giving a calendar may give one again: only a clear no ends the connection. */
const readingFailure = (error: unknown): unknown =>
  error instanceof NotACalendar || error instanceof OutboundError ? new ProviderUnavailable() : error
