import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Spending } from '../../api/api.ts'
import { Bars } from '../../charts/bars.tsx'
import { at } from '../../format/dates.ts'
import { count, dollars } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Budget = Spending['budgets'][number]
type Canary = NonNullable<Spending['canary']>
type Figures = Canary['figures'][number]

export function Content(): ReactNode {
  const spending = useQuery({ queryKey: ['spending'], queryFn: () => api.aiGateway.getSpending({}) })
  return (
    <Page title="Spending" lead="What models cost this month and today, against each budget. US dollars.">
      {spending.isPending && <Skeleton />}
      {spending.isError && <Failed error={spending.error} retry={() => void spending.refetch()} />}
      {spending.isSuccess && <Report {...spending.data} />}
    </Page>
  )
}

const budgetColumns: readonly Column<Budget>[] = [
  { title: 'Budget', cell: ({ budget }) => words(budget) },
  { title: 'Period', cell: ({ period }) => period },
  { title: 'Spent', cell: (row) => dollars(row.spent_usd), isNumber: true },
  { title: 'Reserved', cell: (row) => dollars(row.held_usd), isNumber: true },
  { title: 'Limit', cell: (row) => dollars(row.limit_usd), isNumber: true },
  {
    title: 'Alert',
    cell: ({ alerted_percent: alerted }) =>
      alerted === 0 ? 'None' : <Tag tone={alerted >= 100 ? 'bad' : 'care'}>{alerted} %</Tag>,
  },
]

function Report({ budgets, canary }: Spending): ReactNode {
  if (budgets.length === 0) {
    return (
      <Empty title="Nothing was spent">
        The offline engine answers, at no cost, until a model is configured.
      </Empty>
    )
  }
  return (
    <>
      <Bars
        caption="Share of each budget that is spent or reserved"
        bars={budgets.map(({ budget, period, limit_usd: limit, spent_usd: spent, held_usd: held }) => ({
          label: `${words(budget)} · ${period}`,
          value: spent + held,
          outOf: limit,
          said: `${dollars(spent + held)} of ${dollars(limit)}`,
        }))}
      />
      <DataTable
        caption="Budgets"
        columns={budgetColumns}
        rows={budgets}
        keyOf={({ budget, period }) => `${budget} ${period}`}
      />
      {canary !== null && <CanaryReport {...canary} />}
    </>
  )
}

const figureColumns: readonly Column<Figures>[] = [
  { title: 'Arm', cell: ({ arm }) => words(arm) },
  { title: 'Calls', cell: ({ calls }) => count(calls), isNumber: true },
  { title: 'Errors', cell: ({ errors }) => count(errors), isNumber: true },
  { title: 'Unusable answers', cell: ({ invalid }) => count(invalid), isNumber: true },
  { title: 'Cost', cell: (row) => dollars(row.cost_usd), isNumber: true },
]

function CanaryReport({ lane, share, rolled_back_at: ended, reason, figures }: Canary): ReactNode {
  return (
    <section aria-labelledby="canary">
      <h2 id="canary">Canary: {lane}</h2>
      <p>
        {ended === null
          ? `${Math.round(share * 100)} % of the calls.`
          : `Taken back ${at(ended)}${reason === null ? '' : `: ${reason}`}.`}
      </p>
      <DataTable
        caption="Canary and baseline"
        columns={figureColumns}
        rows={figures}
        keyOf={({ arm }) => arm}
      />
    </section>
  )
}
