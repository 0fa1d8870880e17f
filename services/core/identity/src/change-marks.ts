import type { NewId } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'

const lifetimeMs = 15 * 60_000

export const changeMarkOf = (userId: string): string => `identity:changed:${userId}`

/**
 * Tells every process that what it remembers of a person's credentials may be wrong now. The mark outlives an access
 * token; without the shared store a remembered access token ends by itself.
 */
export const markChanged = (deps: { kv: Kv; newId: NewId }, userId: string): Promise<unknown> =>
  deps.kv.set(changeMarkOf(userId), deps.newId(), { ttlMs: lifetimeMs })

/** The same after a commit: the event that announces the change marks it again if this fails. */
export const markChangedSoon = (deps: { kv: Kv; newId: NewId }, userId: string): Promise<unknown> =>
  markChanged(deps, userId).catch(() => undefined)
