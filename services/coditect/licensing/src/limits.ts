import { failure, requestErrors } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'

/** Refuses whoever asks more often than this; a store that does not answer refuses nobody. */
export async function limit(kv: Kv, key: string, perMinute: number): Promise<void> {
  const result = await kv
    .consume({ key: `licensing:${key}`, capacity: perMinute, refillPerSecond: perMinute / 60, cost: 1 })
    .catch(() => undefined)
  if (result?.allowed === false) throw failure(requestErrors.limited, { retryAfterMs: result.retryAfterMs })
}
