import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Plan } from '../../api/api.ts'
import { price } from '../../format/numbers.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { EditPlan } from './edit-plan.tsx'
import { featuresText } from './features-text.ts'

const columns: readonly Column<Plan>[] = [
  { title: 'Plan', cell: ({ name }) => <span className="unbroken">{name}</span> },
  { title: 'Price', cell: (row) => price(row.price_cents, row.currency), isNumber: true },
  { title: 'Seats', cell: (row) => row.max_concurrent_seats, isNumber: true },
  { title: 'Trial', cell: (row) => `${row.trial_days} d`, isNumber: true },
  { title: 'Features', cell: ({ features }) => featuresText(features) },
  { title: 'Offline', cell: (row) => (row.reserve_during_grace ? 'Seat is kept' : 'Seat may go') },
  { title: 'Offered', cell: (row) => (row.is_offered ? 'Yes' : 'No') },
  { title: 'Change', cell: (row) => <EditPlan plan={row} /> },
]

export function Content(): ReactNode {
  const plans = useQuery({ queryKey: ['all-plans'], queryFn: () => api.billing.listAllPlans({}) })
  return (
    <Page
      title="Plans"
      lead="What can be subscribed to. Another price is for new subscriptions; those that run keep theirs."
      actions={<EditPlan />}
    >
      {plans.isPending && <Skeleton />}
      {plans.isError && <Failed error={plans.error} retry={() => void plans.refetch()} />}
      {plans.isSuccess && (
        <DataTable
          caption="Plans, cheapest first"
          columns={columns}
          rows={plans.data.items}
          keyOf={({ id }) => id}
        />
      )}
    </Page>
  )
}
