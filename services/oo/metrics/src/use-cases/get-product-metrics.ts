import type { HandlerOf, OutputOf } from '@triptych/kernel'
import { isoTime } from '@triptych/kernel'
import type { metricsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { type Days, readAggregates } from '../store/aggregates.ts'

type Output = OutputOf<(typeof metricsContract)['operations']['getProductMetrics']>

const standardDays = 30
const mostDays = 366

export const getProductMetrics =
  ({ db, clock }: Deps): HandlerOf<typeof metricsContract, 'getProductMetrics'> =>
  async (context, { from, to }, fail) => {
    const days = rangeOf(isoTime(clock).slice(0, 10), from, to)
    const length = daysOf(days).length
    if (length === 0 || length > mostDays) throw fail('metrics.range_invalid')
    const found = await db.read(context, (query) => readAggregates(query, days))
    const sums = sumsOf(found.counters)
    const [snoozes, dismissals] = [total(found.counters, 'snoozed'), total(found.counters, 'dismissed')]
    return {
      ...days,
      as_of: found.lastAt ?? isoTime(clock),
      new_people: found.newPeople,
      activation: share({ count: found.activated, of: found.newPeople }),
      first_tip_reaction: Object.fromEntries(
        found.firstReactions.map(({ reaction, people }) => [reaction, people]),
      ),
      dwell_ms: found.dwell,
      snoozes,
      dismissals,
      snooze_dismiss_ratio: dismissals === 0 ? null : snoozes / dismissals,
      retention: { d1: share(found.d1), d7: share(found.d7) },
      days: daysOf(days).map((day) => ({
        day,
        people: found.active.find((one) => one.day === day)?.people ?? 0,
        ...countsOn(sums, day),
      })),
    }
  }

function rangeOf(today: string, from: string | undefined, to: string | undefined): Days {
  const last = to ?? today
  const first =
    from ??
    Temporal.PlainDate.from(last)
      .subtract({ days: standardDays - 1 })
      .toString()
  return { from: first, to: last }
}

/** Each date from the first to the last, at most one more than may be asked for. */
function daysOf({ from, to }: Days): string[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const length = Math.min(mostDays + 1, Math.max(0, first.until(last).days + 1))
  return Array.from({ length }, (_, index) => first.add({ days: index }).toString())
}

const share = ({ count, of }: { readonly count: number; readonly of: number }) => ({
  count,
  of,
  share: of === 0 ? null : count / of,
})

type Counter = { readonly day: string; readonly name: string; readonly value: number }

const total = (counters: readonly Counter[], wanted: string): number =>
  counters.reduce((sum, { name, value }) => (name === wanted ? sum + value : sum), 0)

const sumsOf = (counters: readonly Counter[]): ReadonlyMap<string, number> =>
  new Map(counters.map(({ day, name, value }) => [`${day} ${name}`, value]))

function countsOn(
  sums: ReadonlyMap<string, number>,
  day: string,
): Omit<Output['days'][number], 'day' | 'people'> {
  const of = (name: string): number => sums.get(`${day} ${name}`) ?? 0
  return {
    shown: of('shown'),
    done: of('done'),
    undone: of('undone'),
    acknowledged: of('acknowledged'),
    saved: of('saved'),
    snoozed: of('snoozed'),
    dismissed: of('dismissed'),
    expired: of('expired'),
  }
}
