import type { ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { words } from '../format/words.ts'

/** One of these values, or none: kept in the address, so that it can be shared. */
export function useFilter<const Value extends string>(name: string, values: readonly Value[]) {
  const [search, setSearch] = useSearchParams()
  const found = values.find((value) => value === search.get(name))
  const choose = (value: string): void =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name)
        else before.set(name, value)
        return before
      },
      { replace: true },
    )
  return [found, choose] as const
}

interface Props {
  readonly label: string
  readonly values: readonly string[]
  readonly value: string | undefined
  readonly choose: (value: string) => void
}

export function Filter({ label, values, value, choose }: Props): ReactNode {
  return (
    <label className="field">
      {label}
      <select value={value ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">All</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
