import type { ReactNode } from 'react'
import { decimal, exact } from '../format/numbers.ts'
import { type Scale, scaleOf, ticksOf } from './scale.ts'

export interface Whisker {
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** Drawn hollow: its interval is about something else than the rest. */
  readonly isHollow?: boolean
}

interface Props {
  readonly caption: string
  readonly groups: readonly { readonly name: string; readonly whiskers: readonly Whisker[] }[]
  /** What all are compared with. */
  readonly baseline: Whisker
}

/** A dot for each estimate and a line for its interval, on one axis, with the baseline running through. */
export function Whiskers({ caption, groups, baseline }: Props): ReactNode {
  const all = [baseline, ...groups.flatMap(({ whiskers }) => whiskers)]
  const ticks = ticksOf(Math.min(...all.map(({ low }) => low)), Math.max(...all.map(({ high }) => high)))
  const x = scaleOf(ticks[0] ?? 0, ticks.at(-1) ?? 1)
  return (
    <figure className="chart whiskers">
      <figcaption>{caption}</figcaption>
      <ul>
        <Row whisker={baseline} baseline={baseline} x={x} />
      </ul>
      {groups.map(({ name, whiskers }) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          <ul>
            {whiskers.map((whisker) => (
              <Row key={whisker.name} whisker={whisker} baseline={baseline} x={x} />
            ))}
          </ul>
        </section>
      ))}
      <div className="axis small soft" aria-hidden="true">
        <div>
          {ticks.map((tick) => (
            <span key={tick} style={{ left: `${x(tick)}%` }}>
              {decimal(tick)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  )
}

function Row(props: { readonly whisker: Whisker; readonly baseline: Whisker; readonly x: Scale }): ReactNode {
  const { whisker, baseline, x } = props
  const { name, value, low, high, isHollow = false } = whisker
  const place = (at: number): string => `${x(at)}%`
  return (
    <li>
      <span>{name}</span>
      <svg aria-hidden="true">
        <rect
          className="band"
          x={place(baseline.low)}
          width={`${x(baseline.high) - x(baseline.low)}%`}
          height="100%"
        />
        <line className="baseline" x1={place(baseline.value)} x2={place(baseline.value)} y2="100%" />
        <line className="interval" x1={place(low)} x2={place(high)} y1="50%" y2="50%" />
        <circle cx={place(value)} cy="50%" r="5" data-hollow={isHollow} />
      </svg>
      <span className="value">
        {exact(value, 3)}{' '}
        <span className="soft">
          {exact(low, 3)} to {exact(high, 3)}
        </span>
      </span>
    </li>
  )
}
