import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Plan, type Subscription } from '../../api/api.ts'
import { counted, price } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Refused } from '../../ui/states.tsx'
import { afterChanging } from './sentences.ts'

interface Props {
  readonly plans: readonly Plan[]
  readonly current: Subscription | undefined
  /** The first subscription of a company begins with a trial. */
  readonly isNew: boolean
  readonly manages: boolean
  /** Nobody pays from an address that may be somebody else’s. */
  readonly isVerified: boolean
}

export const Plans = ({ plans, current, isNew, manages, isVerified }: Props): ReactNode => (
  <section aria-labelledby="plans">
    <h2 id="plans">{plansTitle(current !== undefined, manages)}</h2>
    {!manages && <p className="small soft">Owners and admins of your company choose and pay.</p>}
    <ul className="plans">
      {plans
        .filter(({ id }) => id !== current?.plan.id)
        .map((plan) => (
          <li key={plan.id} className="card">
            <h3>{plan.name}</h3>
            <p>
              <strong className="price">{price(plan.price_cents, plan.currency)}</strong>{' '}
              <span className="soft">a {plan.interval}</span>
            </p>
            <p>{counted(plan.max_concurrent_seats, 'seat')} at the same time</p>
            <Features plan={plan} />
            {manages && current === undefined && <Choose plan={plan} isNew={isNew} isVerified={isVerified} />}
            {manages && current !== undefined && <Change plan={plan} plans={plans} current={current} />}
          </li>
        ))}
    </ul>
  </section>
)

function plansTitle(isSubscribed: boolean, manages: boolean): string {
  if (isSubscribed) return 'Other plans'
  return manages ? 'Choose a plan' : 'Plans'
}

const Features = ({ plan: { features } }: { readonly plan: Plan }): ReactNode => (
  <ul className="small soft">
    {Object.entries(features)
      .filter(([, value]) => value !== false)
      .map(([name, value]) => (
        <li key={name}>
          {words(name)}
          {typeof value === 'number' ? `: ${value}` : ''}
        </li>
      ))}
  </ul>
)

const returnTo = (query: string): string => `${location.origin}/console/company/plan?${query}`

interface ChooseProps extends Pick<Props, 'isNew' | 'isVerified'> {
  readonly plan: Plan
}

function Choose({ plan, isNew, isVerified }: ChooseProps): ReactNode {
  const checkout = useMutation({
    mutationFn: () =>
      api.billing.createCheckoutSession({
        plan_id: plan.id,
        success_url: returnTo('session_id={CHECKOUT_SESSION_ID}'),
        cancel_url: returnTo('checkout=canceled'),
      }),
    onSuccess: ({ checkout_url: url }) => location.assign(url),
  })
  const trial = isNew && plan.trial_days > 0
  return (
    <>
      {trial && <p className="small">{plan.trial_days} days on trial, then the first payment.</p>}
      {checkout.error !== null && <Refused error={checkout.error} />}
      <Button
        kind="main"
        busy={checkout.isPending}
        disabled={!isVerified}
        aria-label={`Choose ${plan.name}`}
        onClick={() => checkout.mutate()}
      >
        Choose {plan.name}
      </Button>
    </>
  )
}

interface ChangeProps {
  readonly plan: Plan
  readonly plans: readonly Plan[]
  readonly current: Subscription
}

function Change({ plan, plans, current }: ChangeProps): ReactNode {
  const client = useQueryClient()
  const change = async (): Promise<void> => {
    await api.billing.changePlan({ plan_id: plan.id })
    await client.invalidateQueries({ queryKey: ['subscriptions'] })
  }
  const from = plans.find(({ id }) => id === current.plan.id)
  return (
    <Confirm
      action={`Change to ${plan.name}`}
      question={`Change to ${plan.name}?`}
      yes="Change it"
      no={`Keep ${current.plan.name}`}
      kind="main"
      act={change}
    >
      {afterChanging({ current, to: plan, from }).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Confirm>
  )
}
