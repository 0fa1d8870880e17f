import type { Account } from '../account.ts'
import { plantBed, plantProject, type Seedling } from './plant.ts'

const verbs = [
  'Check',
  'Repair',
  'Order',
  'Compare',
  'Photograph',
  'Label',
  'Return',
  'Sort',
  'Clean',
  'Count',
]
const things = ['the blue crates', 'window handles', 'spare bulbs', 'garden chairs', 'old invoices']
const places = ['in the cellar', 'at the workshop', 'for spring', 'in the attic', 'by the door']
const projects = 20
const perProject = 50

/** A thousand tasks in twenty projects, for load; every fifth recurs, every third has no date. */
export function seedFull(account: Account): void {
  plantProject(account, { name: 'Inbox', color: 'charcoal' }, true)
  for (let number = 0; number < projects; number += 1) {
    const tasks = Array.from({ length: perProject }, (_, index) => task(number * perProject + index))
    plantBed(account, { name: `Shelf ${number + 1}`, color: 'taupe', tasks })
  }
}

const pick = (words: readonly string[], number: number): string => words[number % words.length] ?? ''

function task(number: number): Seedling {
  const content = `${pick(verbs, number)} ${pick(things, Math.floor(number / 10))} ${pick(places, Math.floor(number / 50))} (${number + 1})`
  const priority = ([1, 1, 2, 1, 3, 1, 4] as const)[number % 7] ?? 1
  if (number % 5 === 0) return { content, priority, every: number % 2 === 0 ? 'every day' : 'every monday' }
  return number % 3 === 0 ? { content, priority } : { content, priority, day: (number % 45) - 15 }
}
