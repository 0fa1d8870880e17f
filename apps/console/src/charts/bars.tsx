import type { ReactNode } from 'react'

export interface Bar {
  readonly label: string
  readonly value: number
  /** What the whole width stands for; the largest of all values unless said. */
  readonly outOf?: number
  /** The value in words, beside the bar. */
  readonly said: string
}

/** Horizontal bars, each with its name and its value: a list to read, with lengths to compare. */
export function Bars({
  caption,
  bars,
}: {
  readonly caption: string
  readonly bars: readonly Bar[]
}): ReactNode {
  const largest = Math.max(0, ...bars.map(({ value }) => value))
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <ul className="bars">
        {bars.map(({ label, value, outOf = largest, said }) => (
          <li key={label}>
            <span>{label}</span>
            <svg aria-hidden="true">
              <rect className="track" width="100%" height="100%" />
              <rect
                className="fill"
                width={`${outOf === 0 ? 0 : Math.min(100, (value / outOf) * 100)}%`}
                height="100%"
              />
            </svg>
            <span className="value">{said}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
