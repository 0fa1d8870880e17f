import type { Customer, Price } from '../model.ts'
import { nameOf } from '../names.ts'
import type { Store } from '../store.ts'

export function money(cents: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)
}

/** A second of billing time, to the minute. */
export function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')
}

/** "CODITECT Pro, $99.00 a month". */
export function planOf(store: Store, price: Price): string {
  const { recurring, unit_amount: amount, currency } = price
  return `${nameOf(store, price)}, ${money(amount, currency)}${recurring === null ? '' : ` ${rhythm(recurring)}`}`
}

function rhythm({ interval, interval_count: count }: NonNullable<Price['recurring']>): string {
  return count === 1 ? `a ${interval}` : `every ${count} ${interval}s`
}

export function whoIs({ name, email, id }: Pick<Customer, 'name' | 'email' | 'id'>): string {
  return name ?? email ?? id
}
