import type { PaymentMethod } from '../model.ts'

export const behaviours = ['works', 'declines'] as const
export type CardBehaviour = (typeof behaviours)[number]

/** How each customer's cards behave from now on. */
export interface Cards {
  behaviour(customerId: string): CardBehaviour
  behave(customerId: string, behaviour: CardBehaviour): void
}

export function createCards(chosen: Map<string, CardBehaviour>): Cards {
  return {
    behaviour: (customerId) => chosen.get(customerId) ?? 'works',
    behave: (customerId, behaviour) => void chosen.set(customerId, behaviour),
  }
}

/** A card like Stripe's test cards: 4242 works, 0341 can be kept and is declined when it is charged. */
export function cardOf(id: string, created: number, behaviour: CardBehaviour): PaymentMethod {
  return {
    id,
    object: 'payment_method',
    created,
    livemode: false,
    type: 'card',
    card: {
      brand: 'visa',
      last4: behaviour === 'works' ? '4242' : '0341',
      exp_month: 12,
      exp_year: new Date(created * 1000).getUTCFullYear() + 4,
    },
    customer: null,
    metadata: {},
  }
}
