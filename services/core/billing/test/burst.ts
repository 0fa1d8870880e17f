import { readEvent, type Telling, tellingOf } from '../src/domain/stripe-shapes.ts'
import { withoutPersonalFields } from '../src/domain/personal-fields.ts'
import type { Fact } from '../src/domain/facts.ts'
import { foldSubscription } from '../src/domain/fold.ts'
import { noticesOf } from '../src/domain/notices.ts'
import type { Company, Scene, Sent } from './scene.ts'

/** Everything that is told of a company which tries, pays, fails to pay twice, pays, and cancels. */
export async function liveThrough(
  scene: Scene,
  company: Company,
  advance: (days: number) => Promise<unknown> = scene.advance,
): Promise<Sent[]> {
  const events: Sent[] = []
  const collect = async () => events.push(...(await scene.sent()))
  await collect()
  events.length = 0
  await scene.subscribe(company)
  const customer = await customerOf(scene, company)
  await advance(15)
  await scene.play(`test/customers/${customer}/card`, { behaviour: 'declines' })
  await advance(32)
  await scene.play(`test/customers/${customer}/card`, { behaviour: 'works' })
  await advance(3)
  await collect()
  const subscription = (await scene.stripe.subscriptions.list({ customer })).data[0]?.id ?? ''
  await scene.stripe.subscriptions.cancel(subscription)
  await collect()
  return events
}

export async function customerOf(scene: Scene, { organizationId }: Company): Promise<string> {
  const [row] = await scene.system.database.asOwner<{ stripe_id: string }>(
    'select stripe_id from billing.customers where organization_id = $1',
    [organizationId],
  )
  return row?.stripe_id ?? ''
}

/** How every subscription stands, in the columns that no processing decides. */
export const standings = `
  select stripe_id, plan_id, status, paid_until, failed_payments, has_paid, ended_at
    from billing.subscriptions order by 1`

const told = (body: string): Telling => {
  const event = readEvent(withoutPersonalFields(JSON.parse(body)))
  return tellingOf(event) ?? { customer: null, facts: [] }
}

/** Facts as the ledger keeps them: each once, the earlier where one was told at two times. */
export function ledgerOf(bodies: readonly string[]): Fact[] {
  const ledger = new Map<string, Fact>()
  for (const fact of bodies.flatMap((body) => told(body).facts)) {
    const key = `${fact.kind} ${fact.key}`
    const known = ledger.get(key)
    if (known === undefined || fact.happenedAt < known.happenedAt) ledger.set(key, fact)
  }
  return [...ledger.values()]
}

/** What a ledger amounts to, with every mail that it gives reason for. */
export const outcomeOf = (facts: readonly Fact[]): string =>
  JSON.stringify([
    foldSubscription(facts),
    noticesOf('sub', facts)
      .map(({ kind, key }) => `${kind} ${key}`)
      .sort(),
  ])

export const isTold = (event: Sent): boolean => told(event.newer).facts.length > 0

const ofOne = /\b(cus|sub|in|evt|cs_test|ch|pi|il|si|inpay|re)_\w+/g

/** The same events in the life of another company: every id of its own, prices alone are shared. */
export const asAnother = (body: string, n: number): string => body.replace(ofOne, (id) => id + suffixOf(n))

/** Nothing that an id of Stripe's holds by chance. */
export const suffixOf = (n: number): string => `__${n}__`

/** A shuffle that a number decides. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const result = [...items]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = next(last + 1)
    const [a, b] = [result[last], result[other]]
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a]
  }
  return result
}
