import type { Account } from '../account.ts'
import { plantProject } from './plant.ts'

/** Somebody who signed up a minute ago: an inbox with nothing in it. */
export function seedEmpty(account: Account): void {
  plantProject(account, { name: 'Inbox', color: 'charcoal' }, true)
}
