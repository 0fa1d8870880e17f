import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Subscription } from '../../api/api.ts'
import { counted } from '../../format/numbers.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Refused } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { afterCancelling, isOwed, prospect, statusInWords } from './sentences.ts'

const tones: Record<Subscription['status'], Tone> = {
  incomplete: 'care',
  trialing: 'plain',
  active: 'plain',
  past_due: 'care',
  suspended: 'bad',
  ended: 'plain',
}

interface Props {
  readonly subscription: Subscription
  readonly manages: boolean
}

export const Current = ({ subscription, manages }: Props): ReactNode => (
  <section className="card" aria-labelledby="current-plan">
    <header>
      <h2 id="current-plan">{subscription.plan.name}</h2>
      <Tag tone={tones[subscription.status]}>{statusInWords(subscription)}</Tag>
    </header>
    <p>
      {counted(subscription.plan.max_concurrent_seats, 'seat')}. {prospect(subscription)}
    </p>
    {manages && <Actions subscription={subscription} />}
  </section>
)

function Actions({ subscription }: Pick<Props, 'subscription'>): ReactNode {
  const portal = useMutation({
    mutationFn: () => api.billing.openBillingPortal({ return_url: location.href.split('?')[0] }),
    onSuccess: ({ portal_url: url }) => location.assign(url),
  })
  return (
    <>
      {portal.error !== null && <Refused error={portal.error} />}
      <div className="actions">
        <Button
          kind={isOwed(subscription) ? 'main' : 'plain'}
          busy={portal.isPending}
          onClick={() => portal.mutate()}
        >
          {isOwed(subscription) ? 'Pay now' : 'Card and invoices'}
        </Button>
        {subscription.cancel_at === null && <Cancel subscription={subscription} />}
      </div>
    </>
  )
}

function Cancel({ subscription }: { readonly subscription: Subscription }): ReactNode {
  const client = useQueryClient()
  const cancel = async (): Promise<void> => {
    await api.billing.cancelSubscription({ when: 'period_end' })
    await client.invalidateQueries({ queryKey: ['subscriptions'] })
  }
  return (
    <Confirm
      action="Cancel the subscription"
      question="Cancel the subscription?"
      yes="Cancel it"
      no="Keep it"
      kind="danger"
      act={cancel}
    >
      <p>{afterCancelling(subscription)}</p>
    </Confirm>
  )
}
