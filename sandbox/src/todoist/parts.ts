import type { Accounts } from './accounts.ts'
import type { App } from './app.ts'
import type { MovableClock } from '../kit/movable-clock.ts'
import type { Codes } from './codes.ts'
import type { TodoistFaults } from './faults.ts'
import type { Grants } from './grants.ts'
import type { Limits } from './limits.ts'
import type { Webhooks } from './webhooks.ts'

/** What Todoist is made of; every route gets it. */
export interface TodoistParts {
  readonly app: App
  readonly accounts: Accounts
  readonly codes: Codes
  readonly grants: Grants
  readonly limits: Limits
  readonly webhooks: Webhooks
  readonly faults: TodoistFaults
  readonly clock: MovableClock
}
