import type { ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { lastDays } from '../../format/dates.ts'

export interface Range {
  readonly from: string
  readonly to: string
}

const presets = [7, 30, 90]
const isDate = (value: string | null): value is string => value !== null && /^\d{4}-\d\d-\d\d$/.test(value)

/** Thirty days until today, unless the address says otherwise. */
export function useDateRange(): readonly [Range, (range: Range) => void] {
  const [search, setSearch] = useSearchParams()
  const [from, to] = [search.get('from'), search.get('to')]
  const range = isDate(from) && isDate(to) ? { from, to } : lastDays(30, new Date())
  return [range, (wanted) => setSearch({ ...wanted }, { replace: true })]
}

interface Props {
  readonly range: Range
  readonly setRange: (range: Range) => void
}

export function DateRange({ range, setRange }: Props): ReactNode {
  const now = new Date()
  return (
    <div className="filters">
      <div className="presets" role="group" aria-label="Range">
        {presets.map((days) => {
          const preset = lastDays(days, now)
          return (
            <button
              key={days}
              type="button"
              className="button"
              aria-pressed={preset.from === range.from && preset.to === range.to}
              onClick={() => setRange(preset)}
            >
              {days} days
            </button>
          )
        })}
      </div>
      {(['from', 'to'] as const).map((end) => (
        <label className="field" key={end}>
          {end === 'from' ? 'From' : 'To'}
          <input
            type="date"
            value={range[end]}
            onChange={({ target }) => isDate(target.value) && setRange({ ...range, [end]: target.value })}
          />
        </label>
      ))}
    </div>
  )
}
