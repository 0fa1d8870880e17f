const whole = new Intl.NumberFormat('en-GB')
const money = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
})

/** What is shown where there is nothing to say. */
export const none = '–'

export const count = (value: number): string => whole.format(value)

/** So many of something: `1 seat`, `2 seats`. */
export const counted = (value: number, one: string): string =>
  `${count(value)} ${one}${value === 1 ? '' : 's'}`

/** A rounded number without needless zeros; `none` when there is none. */
export const decimal = (value: number | null | undefined, places = 2): string =>
  value === null || value === undefined
    ? none
    : new Intl.NumberFormat('en-GB', { maximumFractionDigits: places }).format(value)

/** Always with so many places, so that figures stand under each other. */
export const exact = (value: number, places: number): string => value.toFixed(places)

export const percent = (share: number | null): string =>
  share === null ? none : `${decimal(share * 100, 1)} %`

/** US dollars, exact to a hundredth of a cent. */
export const dollars = (value: number): string => money.format(value)

/** An amount of a currency's smallest unit, exact: `9900`, `usd` → `$99.00`. */
export const price = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
  }).format(cents / 100)

/** Milliseconds as a person says them: `840 ms`, `4.2 s`, `3 min`. */
export function duration(ms: number | null): string {
  if (ms === null) return none
  if (ms < 1_000) return `${decimal(ms, 0)} ms`
  return ms < 60_000 ? `${decimal(ms / 1_000, 1)} s` : span(ms / 1_000)
}

const units: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
]

/** Seconds in the largest unit that they fill. */
export function span(seconds: number): string {
  const [size, name] = units.find(([unit]) => seconds >= unit) ?? [1, 's']
  return `${Math.floor(seconds / size)} ${name}`
}
