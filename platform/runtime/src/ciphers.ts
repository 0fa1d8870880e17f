import { createHash } from 'node:crypto'
import { type Clock, type Context, type NewId, systemContext } from '@triptych/kernel'
import { createDataKeys, createKeyRing, createLocalKey, type KeyRing } from '@triptych/vault'
import type { Ciphers } from './define-module.ts'
import type { PlatformConfig } from './platform-config.ts'

/** Reads the wrapped data key of a person or organisation from its owner; null when it was destroyed. */
export type LoadDataKey = (context: Context, subject: string) => Promise<Uint8Array | null>

const cacheMs = 60_000
const keysMax = 10_000

export function keyRingOf(config: PlatformConfig): KeyRing {
  const all = [config.DATA_KEY_ENCRYPTION_KEY, ...config.DATA_KEY_ENCRYPTION_KEYS_OLD]
  const keys = Object.fromEntries(all.map((key) => [keyIdOf(key), createLocalKey(key)]))
  return createKeyRing({ current: keyIdOf(config.DATA_KEY_ENCRYPTION_KEY), keys })
}

const keyIdOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 12)

export function createCiphers(
  ground: { clock: Clock; newId: NewId },
  module: string,
  keyRing: KeyRing,
  load: LoadDataKey,
): Ciphers {
  const dataKeys = createDataKeys({
    load: (subject) => load(systemContext({ ...ground, caller: module }), subject),
    keyRing,
    clock: ground.clock,
    cacheMs,
    max: keysMax,
  })
  return {
    cipherOf: (_context, subject) => dataKeys.cipherOf(subject),
    forget: (subject) => dataKeys.forget(subject),
  }
}
