import type { ReactNode } from 'react'
import type { ProductMetrics } from '../../api/api.ts'
import { DayBars } from '../../charts/day-bars.tsx'
import { calendarDay } from '../../format/dates.ts'
import { count, decimal } from '../../format/numbers.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Day = ProductMetrics['days'][number]

const series: readonly {
  readonly name: string
  readonly of: (day: Day) => number
  readonly isMain?: true
  /** People who came on two days are not two people: their sum would say nothing. */
  readonly isMean?: true
}[] = [
  { name: 'People', of: ({ people }) => people, isMean: true },
  { name: 'Tips shown', of: ({ shown }) => shown },
  { name: 'Done', of: ({ done }) => done, isMain: true },
  { name: 'Thanked or saved', of: ({ acknowledged, saved }) => acknowledged + saved },
  { name: 'Snoozed', of: ({ snoozed }) => snoozed },
  { name: 'Dismissed', of: ({ dismissed }) => dismissed },
  { name: 'Expired', of: ({ expired }) => expired },
]

function saidOf(values: readonly number[], isMean: boolean | undefined): string {
  const sum = values.reduce((total, value) => total + value, 0)
  return isMean === true ? `${decimal(sum / values.length, 1)} a day` : count(sum)
}

const columns: readonly Column<Day>[] = [
  { title: 'Day', cell: ({ day }) => calendarDay(day) },
  ...series.map(({ name, of }) => ({ title: name, cell: (day: Day) => count(of(day)), isNumber: true })),
  { title: 'Undone', cell: ({ undone }) => count(undone), isNumber: true },
]

/** Day by day, a row of bars for each thing that is counted, and the same as a table. */
export function DaysChart({ days }: { readonly days: readonly Day[] }): ReactNode {
  return (
    <figure className="chart">
      <figcaption>Day by day</figcaption>
      <div className="multiples">
        {series.map(({ name, of, isMain, isMean }) => (
          <DayBars
            key={name}
            name={name}
            said={saidOf(days.map(of), isMean)}
            isMain={isMain === true}
            values={days.map((day) => ({ label: calendarDay(day.day), value: of(day) }))}
          />
        ))}
      </div>
      <details>
        <summary>The same as a table</summary>
        <div className="scrolls" tabIndex={0} role="region" aria-label="Day by day, as a table">
          <DataTable caption="Day by day" columns={columns} rows={days} keyOf={({ day }) => day} />
        </div>
      </details>
    </figure>
  )
}
