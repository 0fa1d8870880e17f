import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { api, type Subscription } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { words } from '../../format/words.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

const tones: Record<Subscription['status'], Tone> = {
  incomplete: 'care',
  trialing: 'plain',
  active: 'good',
  past_due: 'care',
  suspended: 'bad',
  ended: 'plain',
}

/** What is paid until when, and what happens next, in one sentence. */
function prospect({
  status,
  current_period_ends_at: until,
  grace_ends_at: grace,
  cancel_at: cancel,
}: Subscription): string {
  if (status === 'suspended') return 'A payment is missing. Pay it and every seat works again at once.'
  if (status === 'past_due' && grace !== null)
    return `A payment failed. Everything works until ${onDay(grace)}; pay before then and nothing changes.`
  if (cancel !== null) return `Canceled: it works until ${onDay(cancel)} and is not renewed.`
  if (until === null) return 'Waiting for the first payment.'
  return status === 'trialing'
    ? `On trial until ${onDay(until)}.`
    : `Paid until ${onDay(until)}, then renewed.`
}

export function Current({ subscription }: { readonly subscription: Subscription }): ReactNode {
  const portal = useMutation({
    mutationFn: () => api.billing.openBillingPortal({ return_url: location.href.split('?')[0] }),
    onSuccess: ({ portal_url: url }) => location.assign(url),
  })
  return (
    <section className="card" aria-labelledby="current-plan">
      <header>
        <h2 id="current-plan">{subscription.plan.name}</h2>
        <Tag tone={tones[subscription.status]}>{words(subscription.status)}</Tag>
      </header>
      <p>
        {subscription.plan.max_concurrent_seats} seats. {prospect(subscription)}
      </p>
      {portal.error !== null && <Refused error={portal.error} />}
      <div className="actions">
        <Button
          kind={['past_due', 'suspended'].includes(subscription.status) ? 'main' : 'plain'}
          busy={portal.isPending}
          onClick={() => portal.mutate()}
        >
          Card and invoices
        </Button>
        {subscription.cancel_at === null && <Cancel subscription={subscription} />}
      </div>
    </section>
  )
}

function Cancel({ subscription }: { readonly subscription: Subscription }): ReactNode {
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useMutation({
    mutationFn: () => api.billing.cancelSubscription({ when: 'period_end' }),
    onSuccess: () => {
      dialog.current?.close()
      return client.invalidateQueries({ queryKey: ['subscriptions'] })
    },
  })
  const until = subscription.current_period_ends_at
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>Cancel the subscription</Button>
      <dialog ref={dialog} aria-label="Cancel the subscription?">
        <h2>Cancel the subscription?</h2>
        <p>
          {until === null
            ? 'It ends at once.'
            : `Every seat works until ${onDay(until)}. Nothing is charged after that.`}
        </p>
        {cancel.error !== null && <Refused error={cancel.error} />}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>Keep it</Button>
          <Button kind="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel it
          </Button>
        </div>
      </dialog>
    </>
  )
}
