/** What Stripe told, whichever way it was told. Times are epoch ms, money is whole cents. */
interface Told<Kind extends string, Details> {
  readonly kind: Kind
  /** Natural: the same fact told twice has the same one. */
  readonly key: string
  /** Stripe's id of the subscription; null for what is about the customer alone. */
  readonly subscription: string | null
  readonly happenedAt: number
  readonly details: Details
}

export interface Paid {
  readonly invoice: string
  readonly reason: string
  readonly amount: number
  readonly currency: string
  readonly price: string | null
  readonly periodStart: number
  readonly periodEnd: number
}

export interface PaymentFailed {
  readonly invoice: string
  readonly attempt: number
  readonly periodEnd: number
}

/** Who tells of a subscription, by what else could have happened in the same second. */
export const ranks = { created: 0, changed: 1, read: 2, ended: 3 } as const

/** A subscription as it was at a moment. */
export interface Seen {
  readonly status: string
  readonly price: string | null
  /** Of one month, all items together. */
  readonly amount: number | null
  readonly currency: string
  readonly trialStart: number | null
  readonly trialEnd: number | null
  readonly cancelAt: number | null
  /** Tells apart what was seen within one second: it is made before it changes, and changes before it ends. */
  readonly rank: number
}

export type Fact =
  | Told<'paid', Paid>
  | Told<'payment_failed', PaymentFailed>
  | Told<'voided', { readonly invoice: string }>
  | Told<'refunded', { readonly charge: string; readonly amount: number; readonly currency: string }>
  | Told<'seen', Seen>
  | Told<'ended', { readonly reason: string | null }>
  | Told<'checkout', { readonly session: string; readonly state: string }>

export type FactKind = Fact['kind']

export const factsOfKind = <Kind extends FactKind>(facts: readonly Fact[], kind: Kind) =>
  facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind)

/** Whether two looks at a subscription saw the same. */
export const isSameView = ({ rank: _a, ...a }: Seen, { rank: _b, ...b }: Seen): boolean =>
  (Object.keys(a) as (keyof typeof a)[]).every((field) => a[field] === b[field])
