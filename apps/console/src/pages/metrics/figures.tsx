import type { ReactNode } from 'react'
import type { ProductMetrics } from '../../api/api.ts'
import { count, decimal, duration, percent } from '../../format/numbers.ts'

interface Figure {
  readonly name: string
  readonly value: string
  /** What the value was made from. */
  readonly from: string
  readonly definition: string
}

type Share = ProductMetrics['activation']

const ofPeople = ({ count: some, of }: Share): string => `${count(some)} of ${count(of)} people`

function figuresOf(metrics: ProductMetrics): readonly Figure[] {
  const { activation, retention, dwell_ms: dwell } = metrics
  return [
    {
      name: 'New people',
      value: count(metrics.new_people),
      from: 'registered in these days',
      definition: 'People whose first sign-up falls on one of these days.',
    },
    {
      name: 'Activation',
      value: percent(activation.share),
      from: ofPeople(activation),
      definition:
        'Of the new people, those who connected a provider and answered a tip, both within seven days of signing up. A tip that expired or was taken back is no answer.',
    },
    {
      name: 'Back the next day',
      value: percent(retention.d1.share),
      from: ofPeople(retention.d1),
      definition:
        'D1 retention: of the people who saw their first tip in these days, those who saw one on the day after. Who came too late in the range to be judged is left out.',
    },
    {
      name: 'Back after seven days',
      value: percent(retention.d7.share),
      from: ofPeople(retention.d7),
      definition:
        'D7 retention: of the people who saw their first tip in these days, those who saw one on the seventh day after. Who came too late in the range to be judged is left out.',
    },
    {
      name: 'Time on a tip',
      value: duration(dwell.median),
      from: `median of ${count(dwell.tips)} tips; one in ten over ${duration(dwell.p90)}`,
      definition: 'How long a tip was visible before it was answered: visible time only, capped, once a tip.',
    },
    {
      name: 'Snoozes a dismissal',
      value: decimal(metrics.snooze_dismiss_ratio),
      from: `${count(metrics.snoozes)} snoozed, ${count(metrics.dismissals)} dismissed`,
      definition: '“Not now” for each “not this”. Empty while nothing was dismissed.',
    },
  ]
}

/** The few figures that matter, each with what it means one tap away. */
export function Figures(metrics: ProductMetrics): ReactNode {
  return (
    <dl className="figures">
      {figuresOf(metrics).map(({ name, value, from, definition }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="large">{value}</dd>
          <dd className="small soft">{from}</dd>
          <dd>
            <details>
              <summary className="small" aria-label={`How it is counted: ${name}`}>
                How it is counted
              </summary>
              <p className="small">{definition}</p>
            </details>
          </dd>
        </div>
      ))}
    </dl>
  )
}
