import { type Context, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import { sessionStarted } from '../contract/events.ts'
import type { Deps } from '../deps.ts'

/** Takes one session of the week, and gives it back when nothing was opened. */
export const startSession =
  (deps: Deps): HandlerOf<typeof mirrorContract, 'startSession'> =>
  async (context) => {
    const userId = userIdOf(context.actor) ?? ''
    const id = deps.newId()
    const usage = { user_id: userId, usage_id: id }
    await deps.billing.reserveUsage(context, { ...usage, meter: 'mirror_sessions_per_week' })
    const startedAt = isoTime(deps.clock)
    try {
      await openSession(deps, context, { id, userId, startedAt })
    } catch (error) {
      // A reservation that cannot be given back now ends by itself.
      await deps.billing
        .releaseUsage(context, usage)
        .catch((cause: unknown) => deps.logger.for(context).warn({ error: cause }, 'mirror.release_failed'))
      throw error
    }
    // What is open is the person's, also when the count of it is late.
    await deps.billing
      .settleUsage(context, usage)
      .catch((error: unknown) => deps.logger.for(context).warn({ error }, 'mirror.settle_failed'))
    return { id, started_at: startedAt }
  }

const openSession = (
  deps: Pick<Deps, 'db'>,
  context: Context,
  session: { readonly id: string; readonly userId: string; readonly startedAt: string },
): Promise<void> =>
  deps.db.write(context, async ({ query, emit, remember }) => {
    const { id, userId, startedAt } = session
    await query
      .insertInto('mirror_sessions')
      .values({
        id,
        user_id: userId,
        started_at: startedAt,
        closed_at: null,
        sealed_reflection: null,
        reflection_engine: null,
        reflection_prompt_version: null,
      })
      .execute()
    emit(sessionStarted, { sessionId: id, userId, startedAt })
    remember({ id })
  })
