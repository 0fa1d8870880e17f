import { consumer, defineConsumers, erasure } from '@triptych/bus'
import { type identityContract, identityErrors, identityEvents } from '@triptych/identity/contract'
import { connectorConnected } from '@triptych/integrations/contract'
import { type Client, type Clock, type Context, isFailure } from '@triptych/kernel'
import { tipReacted, tipShown } from '@triptych/recommender/contract'
import { recordFact } from './record-fact.ts'
import { count } from './store/counters.ts'
import type { MetricsTables } from './store/tables.ts'

interface ConsumerDeps {
  readonly clock: Clock
  readonly identity: Client<typeof identityContract>
}

/** The date that a calendar in this zone shows. */
const dayIn = (zone: string, moment: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()

const bare = { tip_id: null, reaction: null, dwell_ms: null }

/** The zone of a person's calendar; undefined once the account is gone: nothing more is kept of them then. */
const zoneFrom =
  (identity: ConsumerDeps['identity']) =>
  async (context: Context, { userId }: { readonly userId: string }): Promise<string | undefined> => {
    try {
      return (await identity.getPerson(context, { user_id: userId })).time_zone
    } catch (error) {
      if (isFailure(error, identityErrors.user_not_found)) return undefined
      throw error
    }
  }

export function consumersOf({ clock, identity }: ConsumerDeps) {
  const prepare = zoneFrom(identity)
  return defineConsumers<MetricsTables>({
    count_registered: consumer({
      event: identityEvents.userRegistered,
      prepare,
      async handle(_context, { userId }, { id, occurredAt: at, prepared: zone }, transaction) {
        if (zone === undefined) return
        const registered = { ...bare, event_id: id, user_id: userId, kind: 'registered' as const }
        await recordFact(transaction, { ...registered, at, local_day: dayIn(zone, at) })
      },
    }),
    count_connected: consumer({
      event: connectorConnected,
      prepare,
      async handle(_context, { userId, connectedAt: at }, { id, prepared: zone }, transaction) {
        if (zone === undefined) return
        const connected = { ...bare, event_id: id, user_id: userId, kind: 'connected' as const }
        await recordFact(transaction, { ...connected, at, local_day: dayIn(zone, at) })
      },
    }),
    count_shown: consumer({
      event: tipShown,
      prepare,
      async handle(_context, { userId, tipId, shownAt: at, localDay }, { id, prepared: zone }, transaction) {
        if (zone === undefined) return
        const fact = { event_id: id, user_id: userId, kind: 'shown' as const, local_day: localDay }
        await recordFact(transaction, { ...bare, ...fact, tip_id: tipId, at })
      },
    }),
    count_reacted: consumer({
      event: tipReacted,
      prepare,
      async handle(_context, body, { id, prepared: zone }, transaction) {
        if (zone === undefined) return
        await recordFact(transaction, {
          event_id: id,
          user_id: body.userId,
          kind: 'reacted',
          tip_id: body.tipId,
          reaction: body.reaction,
          at: body.reactedAt,
          local_day: body.localDay,
          dwell_ms: body.dwellMs === 0 ? null : body.dwellMs,
        })
      },
    }),
    erase_person: erasure<MetricsTables>({
      clock,
      /** Out of the sums too: what is counted again from the facts must come to the same. */
      async also({ query }, { userId }) {
        const facts = await query.deleteFrom('facts').where('user_id', '=', userId).returningAll().execute()
        await count(query, facts, -1)
        return { facts: BigInt(facts.length) }
      },
    }),
  })
}
