import type { Clock } from '@triptych/kernel'
import { createMemoryKv, type Kv } from '@triptych/kv'

/** What limits are counted with. */
export type Counters = Pick<Kv, 'increment' | 'incrementBounded' | 'consume' | 'set' | 'delete'>

/**
 * The counters that all processes share. While they are away each process counts by itself: letting everything through
 * would be an attacker's hour, and refusing everybody as well.
 */
export function createCounters(shared: Kv, clock: Clock): Counters {
  const own = createMemoryKv({ clock })
  return {
    increment: (...call) => shared.increment(...call).catch(() => own.increment(...call)),
    incrementBounded: (call) => shared.incrementBounded(call).catch(() => own.incrementBounded(call)),
    consume: (call) => shared.consume(call).catch(() => own.consume(call)),
    set: (...call) => shared.set(...call).catch(() => own.set(...call)),
    delete: (key) => shared.delete(key).catch(() => own.delete(key)),
  }
}
