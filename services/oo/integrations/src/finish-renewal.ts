import { type Context, isAppError } from '@triptych/kernel'
import type { WithAccess } from './access.ts'
import { errors } from './contract/errors.ts'
import type { Place } from './store/connections.ts'

const settled: ReadonlySet<string> = new Set([errors.not_connected.code, errors.needs_reconnect.code])

/** Having access is all that is asked for: a renewal that was left unfinished is finished on the way. */
export const finishRenewal =
  (withAccess: WithAccess) =>
  async (context: Context, place: Place): Promise<void> => {
    try {
      await withAccess(context, place, async () => undefined)
    } catch (error) {
      if (!isAppError(error) || !settled.has(error.code)) throw error
    }
  }
