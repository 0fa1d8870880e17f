import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type ProductMetrics } from '../../api/api.ts'
import { Bars } from '../../charts/bars.tsx'
import { at } from '../../format/dates.ts'
import { count } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, Refused, Skeleton } from '../../ui/states.tsx'
import { DaysChart } from './days-chart.tsx'
import { Figures } from './figures.tsx'
import { DateRange, useDateRange } from './date-range.tsx'

export function Content(): ReactNode {
  const [range, setRange] = useDateRange()
  const metrics = useQuery({
    queryKey: ['metrics', range],
    queryFn: () => api.metrics.getProductMetrics(range),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title="Metrics" lead="Whether one tip at a time helps. Days are each person’s own.">
      <DateRange range={range} setRange={setRange} />
      {metrics.isPending && <Skeleton rows={8} />}
      {metrics.isError && <Failed error={metrics.error} retry={() => void metrics.refetch()} />}
      {metrics.isSuccess && <Report {...metrics.data} />}
      <Recompute />
    </Page>
  )
}

function Report(metrics: ProductMetrics): ReactNode {
  const { as_of: asOf, new_people: newPeople, days, first_tip_reaction: reactions } = metrics
  if (newPeople === 0 && days.every(({ shown }) => shown === 0)) {
    return (
      <Empty title="Nobody was here yet">
        Figures appear when somebody registers, connects a provider at /oo/ and sees a tip.
      </Empty>
    )
  }
  const answers = Object.entries(reactions).toSorted(([, one], [, other]) => other - one)
  return (
    <>
      <Figures {...metrics} />
      {answers.length > 0 && (
        <Bars
          caption="How the first tip was answered"
          bars={answers.map(([reaction, people]) => ({
            label: reaction === 'none' ? 'No answer' : words(reaction),
            value: people,
            said: count(people),
          }))}
        />
      )}
      <DaysChart days={days} />
      <p className="small soft">As of {at(asOf)}, the last event that is counted.</p>
    </>
  )
}

function Recompute(): ReactNode {
  const client = useQueryClient()
  const recompute = useMutation({
    mutationFn: () => api.metrics.recompute({}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['metrics'] }),
  })
  return (
    <section aria-labelledby="recompute">
      <h2 id="recompute">Count again</h2>
      <p>
        Counters are kept as events come. Counting them again from the raw events must give the same; what
        differs is put right and said here.
      </p>
      <div>
        <Button busy={recompute.isPending} onClick={() => recompute.mutate()}>
          Count again
        </Button>
      </div>
      {recompute.isError && <Refused error={recompute.error} />}
      {recompute.isSuccess && <Outcome {...recompute.data} />}
    </section>
  )
}

function Outcome(props: {
  readonly days: number
  readonly people: number
  readonly differences: number
}): ReactNode {
  const { days, people, differences } = props
  return (
    <div className="notice" data-tone={differences === 0 ? 'good' : 'care'} role="status">
      <p>
        {differences === 0
          ? 'Nothing differed.'
          : `${count(differences)} ${differences === 1 ? 'counter' : 'counters'} differed and were put right.`}{' '}
        Counted: {count(people)} {people === 1 ? 'person' : 'people'} on {count(days)}{' '}
        {days === 1 ? 'day' : 'days'}.
      </p>
    </div>
  )
}
