import type { FormEvent, ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { Button } from './button.tsx'
import { textField } from './text-field.ts'

/** Words to search for, kept in the address as filters are; empty when there are none. */
export function useSearch(name: string) {
  const [address, setAddress] = useSearchParams()
  const choose = (wanted: string): void =>
    setAddress((before) => {
      if (wanted === '') before.delete(name)
      else before.set(name, wanted)
      return before
    })
  return [address.get(name) ?? '', choose] as const
}

interface Props {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choose: (wanted: string) => void
  readonly maxLength: number
  /** Filters beside it. */
  readonly children?: ReactNode
}

export function SearchForm({ name, label, value, choose, maxLength, children }: Props): ReactNode {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    choose(textField(event.currentTarget, name).trim())
  }
  return (
    <form className="filters" role="search" onSubmit={submit}>
      <label className="field wide">
        {label}
        <input name={name} type="search" key={value} defaultValue={value} maxLength={maxLength} />
      </label>
      {children}
      <Button type="submit">Search</Button>
    </form>
  )
}
