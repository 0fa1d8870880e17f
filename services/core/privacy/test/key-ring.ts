import { createHash } from 'node:crypto'
import { createKeyRing, createLocalKey, type KeyRing } from '@triptych/vault'
import type { TestSystem } from '@triptych/testkit'

/** The key ring of the system under test, from its own configuration. */
export function platformKeyRing(system: TestSystem): KeyRing {
  const key = system.running[0]?.config.DATA_KEY_ENCRYPTION_KEY ?? ''
  const id = createHash('sha256').update(key).digest('hex').slice(0, 12)
  return createKeyRing({ current: id, keys: { [id]: createLocalKey(key) } })
}
