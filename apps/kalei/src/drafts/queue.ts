import { passes, troubleOf } from '../api/trouble.ts'
import type { Trouble } from '../api/trouble.ts'
import type { DeviceStorage } from '../device/storage.ts'
import type { Draft } from './draft.ts'

export interface QueueDeps<Answer> {
  storage: DeviceStorage
  /** Whose drafts: another account on the same device never sees them. */
  owner: string
  send: (draft: Draft) => Promise<Answer>
  /** Finds what an earlier attempt left on the server, for drafts too old for the server's idempotency memory. */
  findDelivered: (draft: Draft) => Promise<Answer | undefined>
  locks: { request: <T>(name: string, work: () => Promise<T>) => Promise<T> }
  now: () => Date
  onDelivered: (draft: Draft, answer: Answer) => void
  /** What becomes of a draft that was answered but not kept by the server. */
  unkept: (answer: Answer) => Pick<Draft, 'held' | 'help'> | undefined
  onChange: () => void
}

export interface DraftQueue {
  add: (draft: Draft) => Promise<void>
  list: () => Promise<Draft[]>
  discard: (clientId: string) => Promise<void>
  /** Lets a refused draft try again at the next sync. */
  release: (clientId: string) => Promise<void>
  /** Sends what waits, oldest first, and returns what stopped it, if anything did. */
  sync: () => Promise<Trouble | undefined>
}

const idempotencyMemoryMs = 23 * 60 * 60 * 1000

/** Oldest first. */
async function readDrafts(storage: DeviceStorage, prefix: string): Promise<Draft[]> {
  const keys = await storage.keys(prefix)
  const found = await Promise.all(keys.map((key) => storage.read<Draft>(key)))
  return found.filter((draft) => draft !== undefined).sort((a, b) => a.writtenAt.localeCompare(b.writtenAt))
}

/** Drafts on the device that reach the server exactly once. Tabs take turns by a lock. */
export function createDraftQueue<Answer>(deps: QueueDeps<Answer>): DraftQueue {
  const { storage, owner, onChange } = deps
  const prefix = `draft.${owner}.`
  const keyOf = (clientId: string): string => prefix + clientId

  const list = (): Promise<Draft[]> => readDrafts(storage, prefix)
  const store = async (draft: Draft): Promise<void> => {
    await storage.write(keyOf(draft.clientId), draft)
    onChange()
  }
  const discard = async (clientId: string): Promise<void> => {
    await storage.remove(keyOf(clientId))
    onChange()
  }

  const outcome = async (draft: Draft): Promise<Answer> => {
    const first = draft.attemptedAt
    const forgotten = first !== undefined && deps.now().getTime() - Date.parse(first) > idempotencyMemoryMs
    return (forgotten ? await deps.findDelivered(draft) : undefined) ?? deps.send(draft)
  }
  const attempt = async (draft: Draft): Promise<Trouble | undefined> => {
    const marked = { ...draft, attemptedAt: draft.attemptedAt ?? deps.now().toISOString() }
    await storage.write(keyOf(draft.clientId), marked)
    try {
      const answer = await outcome(draft)
      deps.onDelivered(draft, answer)
      const unkept = deps.unkept(answer)
      if (unkept === undefined) await discard(draft.clientId)
      else await store({ ...marked, ...unkept })
      return undefined
    } catch (error) {
      const trouble = troubleOf(error)
      if (passes(trouble)) return trouble
      await store({ ...marked, held: trouble })
      return undefined
    }
  }
  const drain = async (): Promise<Trouble | undefined> => {
    for (const { clientId } of await list()) {
      const draft = await storage.read<Draft>(keyOf(clientId))
      if (draft === undefined || draft.held !== undefined) continue
      const trouble = await attempt(draft)
      if (trouble !== undefined) return trouble
    }
    return undefined
  }

  return {
    add: store,
    list,
    discard,
    release: async (clientId) => {
      const draft = await storage.read<Draft>(keyOf(clientId))
      if (draft === undefined) return
      const { held: _held, help: _help, ...free } = draft
      await store(free)
    },
    sync: () => deps.locks.request(`kalei.drafts.${owner}`, drain),
  }
}
