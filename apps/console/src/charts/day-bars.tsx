import type { ReactNode } from 'react'
import { count } from '../format/numbers.ts'

interface Props {
  readonly name: string
  readonly values: readonly { readonly label: string; readonly value: number }[]
  /** What all days come to, in words. */
  readonly said: string
  /** The one that carries the meaning is in colour. */
  readonly isMain: boolean
}

/** A bar a day, named above, with the first and the last day below. */
export function DayBars({ name, said, values, isMain }: Props): ReactNode {
  const most = Math.max(0, ...values.map(({ value }) => value))
  const width = 100 / values.length
  return (
    <div className="day-bars" data-main={isMain}>
      <p>
        <span>{name}</span>
        <strong>{said}</strong>
      </p>
      <svg aria-hidden="true">
        {values.map(({ label, value }, index) => {
          const height = most === 0 ? 0 : (value / most) * 100
          return (
            <rect
              key={label}
              x={`${(index + 0.1) * width}%`}
              y={`${100 - height}%`}
              width={`${0.8 * width}%`}
              height={`${height}%`}
            >
              <title>{`${label}: ${count(value)}`}</title>
            </rect>
          )
        })}
      </svg>
      <p className="small soft">
        <span>{values[0]?.label}</span>
        {most > 0 && <span>up to {count(most)} a day</span>}
        <span>{values.at(-1)?.label}</span>
      </p>
    </div>
  )
}
