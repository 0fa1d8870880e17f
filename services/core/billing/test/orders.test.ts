import { createHash } from 'node:crypto'
import { newId } from '@triptych/kernel'
import { databaseKinds, lanes } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asAnother,
  customerOf,
  isTold,
  ledgerOf,
  liveThrough,
  outcomeOf,
  shuffled,
  suffixOf,
} from './burst.ts'
import { openScene, type Scene, type Sent } from './scene.ts'

/** How many are tried. */
const ordersOn = { embedded: 10, postgres: lanes.isChaos ? 1_000 : 100 } as const
const inFlight = 24

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length < 2) {
    yield [...items]
    return
  }
  for (const [index, first] of items.entries()) {
    for (const rest of permutations(items.toSpliced(index, 1))) yield [first, ...rest]
  }
}

/** Seven that decide: a start, a renewal, its failures, a payment, and an end. */
const deciding = (events: readonly Sent[]): Sent[] => {
  const wanted = [
    'customer.subscription.created',
    'checkout.session.completed',
    'invoice.payment_failed',
    'invoice.payment_failed',
    'invoice.paid',
    'customer.subscription.updated',
    'customer.subscription.deleted',
  ]
  const left = events.toReversed()
  return wanted.map((type) => {
    const index = left.findIndex((event) => event.type === type)
    const [found] = left.splice(index, 1)
    if (index === -1 || found === undefined) throw new Error(`nothing was told by ${type}`)
    return found
  })
}

/** Business columns alone, without ids, keys and times of processing; each company's own suffix goes. */
const business = `
  select 'subscription' as of, stripe_id as a, row_to_json(s)::jsonb
         - '{id,organization_id,stripe_id,version,changed_at}'::text[] as b
    from billing.subscriptions s where organization_id = $1
  union all
  select kind, key, jsonb_build_object('at', extract(epoch from happened_at), 'details', details)
    from billing.payment_facts where organization_id = $1 and kind <> 'seen'
  union all
  select 'notice', kind || ' ' || key, '{}' from billing.billing_notices where organization_id = $1
  order by 1, 2, 3`

describe.each(databaseKinds)('the order of events on %s', (database) => {
  let scene: Scene
  let events: Sent[]
  let customer: string
  beforeAll(async () => {
    const lived = await openScene(database)
    const company = await lived.company()
    events = (await liveThrough(lived, company)).filter(isTold)
    customer = await customerOf(lived, company)
    const prices = await lived.system.database.asOwner('select * from billing.plan_prices')
    await lived.close()
    // Nobody sends mails here: what is sent between two events is a consequence of their order.
    scene = await openScene(database, { ROLE: 'api' })
    for (const price of prices) {
      await scene.system.database.asOwner(
        `insert into billing.plan_prices (stripe_id, plan_id, amount_cents, currency)
         values ($1, $2, $3, $4)`,
        [price['stripe_id'], price['plan_id'], price['amount_cents'], price['currency']],
      )
    }
  })
  afterAll(() => scene.close())

  const hashOf = async (organizationId: string, n: number): Promise<string> => {
    const rows = await scene.system.database.asOwner(business, [organizationId])
    return createHash('sha256')
      .update(JSON.stringify(rows).replaceAll(suffixOf(n), ''))
      .digest('hex')
  }
  /** Another company to which the same happens. */
  const another = async (n: number): Promise<string> => {
    const organizationId = newId()
    await scene.system.database.asOwner(
      'insert into billing.customers (organization_id, stripe_id, created_at) values ($1, $2, now())',
      [organizationId, customer + suffixOf(n)],
    )
    return organizationId
  }
  const hand = async (body: string): Promise<void> => {
    const reply = await scene.deliver(body)
    if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.text}`)
  }
  const bodiesOf = (chosen: readonly Sent[], n: number): string[] =>
    chosen.map(({ newer, older }, index) => asAnother((n + index) % 2 === 0 ? newer : older, n))

  it('makes no difference to seven of them, in each of 5,040 orders and both shapes', () => {
    const outcomes = new Set<string>()
    let count = 0
    for (const order of permutations(deciding(events))) {
      count += 1
      outcomes.add(outcomeOf(ledgerOf(order.map(({ newer, older }) => (count % 2 === 0 ? newer : older)))))
    }
    expect(count).toBe(5_040)
    expect(outcomes.size).toBe(1)
  })

  it(
    'makes no difference in the database: shuffled, doubled, beside each other, in both shapes',
    { timeout: 3_600_000 },
    async ({ annotate }) => {
      const total = ordersOn[database]
      const first = await another(1)
      for (const body of bodiesOf(events, 1)) await hand(body)
      const expected = await hashOf(first, 1)
      const began = performance.now()
      const different: number[] = []
      let next = 2
      const work = async (): Promise<void> => {
        for (let n = next++; n <= total; n = next++) {
          const organizationId = await another(n)
          const doubled = [...events, ...shuffled(events, n).slice(0, n % 4)]
          const bodies = bodiesOf(shuffled(doubled, n), n)
          // Some come one by one, some all at once.
          if (n % 3 === 0) await Promise.all(bodies.map(hand))
          else for (const body of bodies) await hand(body)
          if ((await hashOf(organizationId, n)) !== expected) different.push(n)
        }
      }
      await Promise.all(Array.from({ length: database === 'postgres' ? inFlight : 1 }, work))
      await annotate(
        `${total} orders of ${events.length} events: ${Math.round(performance.now() - began)} ms`,
      )
      expect(different).toEqual([])
    },
  )
})
