export type PlanName = 'free' | 'prism' | 'prism_plus'
export type Meter = 'turns_per_day' | 'mirror_sessions_per_week'
export type Spectrum = 'none' | 'weekly' | 'weekly_monthly'
export type Source = 'admin' | 'apple' | 'google' | 'stripe'

export interface Plan {
  readonly name: PlanName
  readonly rank: number
  readonly turns_per_day: number
  readonly mirror_sessions_per_week: number | null
  readonly reframes_per_session: number | null
  readonly spectrum: Spectrum
}

/** The cheapest plan that includes more than this one of what was asked for. */
export function upgradeFrom(
  plans: readonly Plan[],
  current: Plan,
  isMore: (plan: Plan) => boolean,
): 'prism' | 'prism_plus' | null {
  const better = plans
    .filter((plan) => plan.rank > current.rank && isMore(plan))
    .toSorted((a, b) => a.rank - b.rank)
  const name = better[0]?.name
  return name === undefined || name === 'free' ? null : name
}

/** Whether a plan allows more of what a meter counts. */
export const allowsMore = (plan: Plan, meter: Meter, than: number): boolean =>
  plan[meter] === null || plan[meter] > than
