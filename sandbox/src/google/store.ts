import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider'
import type { Clock } from '../kit/clock.ts'

interface Entry {
  readonly payload: AdapterPayload
  readonly expiresAt: number
}

/** What the OIDC provider keeps (codes, sessions, grants), in memory. */
export interface OidcStore {
  readonly adapter: AdapterConstructor
  clear(): void
}

export function createOidcStore(clock: Clock): OidcStore {
  const entries = new Map<string, Entry>()

  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    if (entry === undefined || entry.expiresAt > clock.now().getTime()) return entry?.payload
    entries.delete(key)
    return undefined
  }
  const scan = (name: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
    [...entries.values()].find(({ payload }) => payload[name] === value)?.payload

  class MemoryAdapter implements Adapter {
    readonly model: string
    constructor(model: string) {
      this.model = model
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
      const lifetime = expiresIn === undefined ? Number.POSITIVE_INFINITY : expiresIn * 1000
      entries.set(`${this.model}:${id}`, { payload, expiresAt: clock.now().getTime() + lifetime })
    }
    async find(id: string): Promise<AdapterPayload | undefined> {
      return read(`${this.model}:${id}`)
    }
    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return scan('uid', uid)
    }
    async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
      return scan('userCode', userCode)
    }
    async consume(id: string): Promise<void> {
      const payload = read(`${this.model}:${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(clock.now().getTime() / 1000)
    }
    async destroy(id: string): Promise<void> {
      entries.delete(`${this.model}:${id}`)
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
    }
  }

  return { adapter: MemoryAdapter, clear: () => entries.clear() }
}
