import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { api } from '../../api/api.ts'
import { useSubscriptions } from '../../api/subscriptions.ts'
import { useCompany } from '../../session/use-company.ts'
import { VerifyFirst } from '../../session/verify-first.tsx'
import { Page } from '../../ui/page.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { Arrival } from './arrival.tsx'
import { Current } from './current.tsx'
import { Plans } from './plans.tsx'

export function Content(): ReactNode {
  const [address] = useSearchParams()
  const here = useCompany()
  const manages = here?.manages === true
  const session = address.get('session_id')
  const plans = useQuery({ queryKey: ['plans'], queryFn: () => api.billing.listPlans({}) })
  const subscriptions = useSubscriptions()
  const failed = [plans, subscriptions].find(({ isError }) => isError)
  const current = subscriptions.data?.items.find(({ status }) => status !== 'ended')
  return (
    <Page title="Plan" lead="What your company subscribes to, until when it is paid, and what else there is.">
      {manages && <VerifyFirst then="choose a plan here" />}
      {manages && session !== null && <Arrival session={session} />}
      {address.get('checkout') === 'canceled' && (
        <div className="notice" role="status">
          <p>Nothing was paid. The plans are still here.</p>
        </div>
      )}
      {failed !== undefined && <Failed error={failed.error} retry={() => void failed.refetch()} />}
      {failed === undefined && (plans.data === undefined || subscriptions.data === undefined) && <Skeleton />}
      {subscriptions.data !== undefined && current !== undefined && (
        <Current subscription={current} manages={manages} />
      )}
      {plans.data !== undefined && subscriptions.data !== undefined && (
        <Plans
          plans={plans.data.items}
          current={current}
          isNew={subscriptions.data.items.length === 0}
          manages={manages}
          isVerified={here?.me.email_verified === true}
        />
      )}
    </Page>
  )
}
