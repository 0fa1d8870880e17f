import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type SalesFigures } from '../../api/api.ts'
import { Bars } from '../../charts/bars.tsx'
import { at } from '../../format/dates.ts'
import { count, counted, percent, price } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { Page } from '../../ui/page.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'

export function Content(): ReactNode {
  const figures = useQuery({ queryKey: ['sales'], queryFn: () => api.billing.getAnalytics({}) })
  const use = useQuery({ queryKey: ['utilization'], queryFn: () => api.licensing.getUtilization({}) })
  const plans = useQuery({ queryKey: ['all-plans'], queryFn: () => api.billing.listAllPlans({}) })
  const nameOf = (plan: string): string =>
    plans.data?.items.find(({ id }) => id === plan)?.name ?? words(plan)
  const failed = [figures, use].find(({ isError }) => isError)
  return (
    <Page title="Sales" lead="What comes in, who stays, who goes. Trials are no part of what comes in.">
      {failed !== undefined && <Failed error={failed.error} retry={() => void failed.refetch()} />}
      {failed === undefined && (figures.data === undefined || use.data === undefined) && <Skeleton />}
      {figures.data !== undefined && use.data !== undefined && (
        <>
          <Figures figures={figures.data} />
          <Bars
            caption="A month of each plan"
            bars={figures.data.plans.map(({ plan_id: plan, subscriptions, mrr_cents: cents }) => ({
              label: nameOf(plan),
              value: cents,
              said: `${price(cents, figures.data.currency)} from ${count(subscriptions)}`,
            }))}
          />
          <Bars
            caption="Seats in use now"
            bars={[
              {
                label: counted(use.data.licenses, 'usable licence'),
                value: use.data.seats_used,
                outOf: use.data.seats,
                said: `${count(use.data.seats_used)} of ${count(use.data.seats)}`,
              },
            ]}
          />
          <p className="small soft">As of {at(figures.data.as_of)}</p>
        </>
      )}
    </Page>
  )
}

function Figures({ figures }: { readonly figures: SalesFigures }): ReactNode {
  const shown: readonly (readonly [name: string, value: string])[] = [
    ['A month', price(figures.mrr_cents, figures.currency)],
    ['A year', price(figures.arr_cents, figures.currency)],
    ['Active subscriptions', count(figures.active_subscriptions)],
    ['On trial', count(figures.trialing_subscriptions)],
    ['New this month', count(figures.new_signups_this_month)],
    ['Churn this month', `${count(figures.churned_this_month)} (${percent(figures.churn_rate)})`],
  ]
  return (
    <dl className="figures">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt className="small soft">{name}</dt>
          <dd className="large">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
