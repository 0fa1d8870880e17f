import { createHash } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'
import { TodoistError } from './errors.ts'
import { timestamp, type CollectionName, type Collections, type Item } from './model.ts'

/** The person whose account it is. */
export interface Owner {
  /** What routes and `auto=` call it: the part of the e-mail before the @. */
  readonly key: string
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly timeZone: string
}

export type EventName = 'item:added' | 'item:updated' | 'item:deleted' | 'item:completed' | 'item:uncompleted'

/** What a webhook will tell; `intent` and `before` only for `item:updated`. */
export interface AccountEvent {
  readonly name: EventName
  readonly item: Item
  readonly before?: Item
  readonly intent?: 'item_updated' | 'item_completed'
}

/** What an account holds, as it is kept over a restart. */
export interface AccountContent {
  readonly tables: Tables
  /** The versions that sync tokens name. */
  readonly versions: Map<string, number>
  /** What a command with this uuid did. */
  readonly executed: Map<string, { readonly tempId: readonly [string, string] | undefined }>
  version: number
  ids: number
}

type Tables = {
  readonly [Name in CollectionName]: Map<string, { record: Collections[Name]; version: number }>
}

/** Everything in one account, and what has changed since any of its sync tokens. */
export interface Account {
  readonly owner: Owner
  readonly clock: Clock
  /** Fields that come from elsewhere are the caller's; this stamps nothing. */
  put<Name extends CollectionName>(collection: Name, record: Collections[Name]): Collections[Name]
  list<Name extends CollectionName>(collection: Name): Collections[Name][]
  /** How many there have ever been, the deleted ones too. */
  count(collection: CollectionName): number
  changedSince<Name extends CollectionName>(collection: Name, version: number): Collections[Name][]
  /** @throws {TodoistError} NOT_FOUND for an unknown id and for what was deleted. */
  find<Name extends CollectionName>(collection: Name, id: string): Collections[Name]
  readonly today: Temporal.PlainDate
  timestamp(): string
  newId(): string
  /** Names the present state; the same state has the same token. */
  syncToken(): string
  /** The version a token names; undefined for one of another account or another life. */
  versionOf(syncToken: string): number | undefined
  readonly executed: AccountContent['executed']
  readonly content: AccountContent
  emit(event: AccountEvent): void
}

export interface AccountParts {
  readonly owner: Owner
  readonly clock: Clock
  /** Differs from one life of the sandbox to the next, so that old sync tokens are unknown. */
  readonly epoch: string
  readonly onEvent: (account: Account, event: AccountEvent) => void
  /** What it already holds. Default: nothing. */
  readonly content?: AccountContent
}

const alphabet = '23456789CFGHJMPQRVWXcfghjmpqrvwx'

/** An opaque id as Todoist's are: 16 characters. */
export function opaqueId(...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(parts.join(':')).digest()
  return `6${[...bytes.subarray(0, 15)].map((byte) => alphabet[byte % alphabet.length]).join('')}`
}

function createContent(): AccountContent {
  return {
    tables: { items: new Map(), projects: new Map(), sections: new Map(), labels: new Map() },
    versions: new Map(),
    executed: new Map(),
    version: 0,
    ids: 0,
  }
}

export function createAccount({
  owner,
  clock,
  epoch,
  onEvent,
  content = createContent(),
}: AccountParts): Account {
  const { tables, versions, executed } = content

  const rows = <Name extends CollectionName>(name: Name, after = -1): Collections[Name][] =>
    [...tables[name].values()].filter((row) => row.version > after).map(({ record }) => record)

  const account: Account = {
    owner,
    clock,
    executed,
    content,
    put(name, record) {
      content.version += 1
      tables[name].set(record.id, { record, version: content.version })
      return record
    },
    list: (name) => rows(name).filter((record) => !record.is_deleted),
    count: (name) => tables[name].size,
    changedSince: (name, since) => rows(name, since),
    find(name, id) {
      const record = tables[name].get(id)?.record
      if (record === undefined || record.is_deleted) {
        throw new TodoistError('NOT_FOUND', `${singular[name]} not found`, { id })
      }
      return record
    },
    get today() {
      return Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
        .toZonedDateTimeISO(owner.timeZone)
        .toPlainDate()
    },
    timestamp: () => timestamp(clock.now()),
    newId() {
      content.ids += 1
      return opaqueId(owner.email, content.ids)
    },
    syncToken() {
      const { version } = content
      const digest = createHash('sha256').update(`${epoch}:${owner.email}:${version}`).digest('base64url')
      versions.set(digest, version)
      return digest
    },
    versionOf: (token) => versions.get(token),
    emit: (event) => onEvent(account, event),
  }
  return account
}

const singular: Record<CollectionName, string> = {
  items: 'Item',
  projects: 'Project',
  sections: 'Section',
  labels: 'Label',
}

/** How much is in it, for pages and facts. */
export function countActive(account: Account): number {
  return account.list('items').filter(({ checked }) => !checked).length
}
