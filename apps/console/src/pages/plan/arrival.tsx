import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { api } from '../../api/api.ts'
import { Refused } from '../../ui/states.tsx'

const askEveryMs = 1_500

/** Back from the payment: asks until Stripe has told us and the licence is there. */
export function Arrival({ session }: { readonly session: string }): ReactNode {
  const client = useQueryClient()
  const arrival = useQuery({
    queryKey: ['arrival', session],
    queryFn: () => arrivalOf(session),
    refetchInterval: ({ state }) => (state.data?.isOver === true ? false : askEveryMs),
  })
  const key = arrival.data?.key
  useEffect(() => {
    if (key !== undefined) void client.invalidateQueries({ queryKey: ['subscriptions'] })
  }, [client, key])
  if (arrival.isError) return <Refused error={arrival.error} />
  if (key !== undefined)
    return (
      <section className="notice" data-tone="good" role="status">
        <h2>Your licence is here</h2>
        <p>
          <code className="key">{key}</code>
        </p>
        <p>
          The signed licence file is on its way to you by mail.{' '}
          <Link href="/company/licenses">See the seats</Link>
        </p>
      </section>
    )
  return (
    <div className="notice" role="status">
      <p>
        {arrival.data?.state === 'expired'
          ? 'This checkout has ended without a payment. Choose a plan to begin anew.'
          : 'The payment is being confirmed; your licence follows in a moment.'}
      </p>
    </div>
  )
}

interface Standing {
  readonly state: string
  readonly isOver: boolean
  readonly key?: string
}

async function arrivalOf(session: string): Promise<Standing> {
  const { state, subscription_id: subscription } = await api.billing.checkoutSuccess({ session_id: session })
  if (state === 'expired') return { state, isOver: true }
  if (state !== 'ready' || subscription === null) return { state, isOver: false }
  const { items } = await api.licensing.listLicenses({ subscription_id: subscription })
  const [license] = items
  if (license === undefined) return { state, isOver: false }
  const { license_key: key } = await api.licensing.showLicenseKey({ id: license.id })
  return { state, isOver: true, key }
}
