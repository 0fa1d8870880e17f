/** What the app keeps on the device: the last tip, reactions not yet sent, choices. Never tokens of a session. */
export interface Table {
  get<T>(key: string): Promise<T | undefined>
  set(key: string, value: unknown): Promise<void>
  remove(key: string): Promise<void>
  /** In the order of their keys. */
  all<T>(): Promise<T[]>
  clear(): Promise<void>
}

const names = ['kept', 'outbox'] as const
type Name = (typeof names)[number]

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('oo', 1)
  request.addEventListener('upgradeneeded', () => {
    for (const name of names) request.result.createObjectStore(name)
  })
  return settled(request)
}

async function within<T>(
  name: Name,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opened ??= open()
  const database = await opened
  return settled(work(database.transaction(name, mode).objectStore(name)))
}

const table = (name: Name): Table => ({
  get: <T>(key: string) => within<T | undefined>(name, 'readonly', (store) => store.get(key)),
  set: async (key, value) => {
    await within(name, 'readwrite', (store) => store.put(value, key))
  },
  remove: (key) => within(name, 'readwrite', (store) => store.delete(key)),
  all: <T>() => within<T[]>(name, 'readonly', (store) => store.getAll()),
  clear: () => within(name, 'readwrite', (store) => store.clear()),
})

export const kept: Table = table('kept')
export const outboxTable: Table = table('outbox')
