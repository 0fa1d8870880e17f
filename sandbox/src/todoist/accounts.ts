import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'
import { createAccount, type Account, type AccountContent, type AccountEvent, type Owner } from './account.ts'
import { seedEmpty } from './seeds/empty.ts'
import { seedFull } from './seeds/full.ts'
import { seedLively } from './seeds/lively.ts'

/** What an account is filled with when it is opened. */
export const fillings = { lively: seedLively, empty: seedEmpty, full: seedFull } as const
export type Filling = keyof typeof fillings

export interface NewAccount {
  readonly email: string
  readonly name?: string | undefined
  readonly filling?: Filling | undefined
  readonly timeZone?: string | undefined
}

export interface Accounts {
  list(): Account[]
  /** By name (the part of the e-mail before the @), user id or e-mail. */
  find(reference: string): Account | undefined
  /** Finds the account of this e-mail or opens one. */
  ensure(account: NewAccount): Account
  reset(): void
  capture(): KeptAccounts
  restore(kept: KeptAccounts): void
}

export interface KeptAccounts {
  readonly epoch: string
  readonly opened: readonly { readonly owner: Owner; readonly content: AccountContent }[]
}

const residents: readonly NewAccount[] = [
  { email: 'demo@example.com', name: 'Dana Demo', filling: 'lively' },
  { email: 'empty@example.com', name: 'Emil Empty', filling: 'empty', timeZone: 'Europe/London' },
  { email: 'full@example.com', name: 'Fenja Full', filling: 'full', timeZone: 'America/New_York' },
]

export function createAccounts(
  clock: Clock,
  onEvent: (account: Account, event: AccountEvent) => void,
): Accounts {
  const byEmail = new Map<string, Account>()
  let epoch: string = randomUUID()

  const open = ({ filling = 'lively', ...entry }: NewAccount): Account => {
    const owner = describe(entry)
    const known = byEmail.get(owner.email)
    if (known !== undefined) return known
    let isOpen = false
    const account = createAccount({
      owner,
      clock,
      epoch,
      // What was there from the start is no news.
      onEvent: (...event) => {
        if (isOpen) onEvent(...event)
      },
    })
    fillings[filling](account)
    isOpen = true
    byEmail.set(owner.email, account)
    return account
  }
  // Opened when somebody first looks, so that their tasks are arranged around that day.
  const everyone = (): Account[] => {
    if (byEmail.size === 0) for (const resident of residents) open(resident)
    return [...byEmail.values()]
  }

  return {
    list: everyone,
    find: (reference) =>
      everyone().find(({ owner: { key, userId, email } }) =>
        [key, userId, email].includes(reference.toLowerCase()),
      ),
    ensure(account) {
      everyone()
      return open(account)
    },
    reset() {
      byEmail.clear()
      epoch = randomUUID()
    },
    capture: () => ({
      epoch,
      opened: [...byEmail.values()].map(({ owner, content }) => ({ owner, content })),
    }),
    restore(kept) {
      epoch = kept.epoch
      for (const { owner, content } of kept.opened) {
        byEmail.set(owner.email, createAccount({ owner, clock, epoch, onEvent, content }))
      }
    },
  }
}

function describe({ email: given, name, timeZone = 'Europe/Berlin' }: NewAccount): Owner {
  const email = given.trim().toLowerCase()
  const key = email.split('@')[0] ?? email
  const digest = createHash('sha256').update(`todoist:${email}`).digest()
  const userId = String(10_000_000 + (digest.readUInt32BE(0) % 80_000_000))
  return { key, userId, email, name: name?.trim() || key, timeZone }
}
