import { type Context, type HandlerOf, isoTime, refuseFlood, userIdOf } from '@triptych/kernel'
import { requests, type turnContract } from '../contract/contract.ts'
import { turnCreated } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { toDto, type Turn } from '../domain/turn.ts'
import { sealTurn } from '../sealed-turns.ts'

/** The gates in their order: safety, rate, quota, then the gateway; the answer is saved whole or not at all. */
export const createTurn = (deps: Deps): HandlerOf<typeof turnContract, 'createTurn'> =>
  async function* createTurnHandler(context, input) {
    const userId = userIdOf(context.actor) ?? ''
    const id = deps.newId()
    const crisis = await deps.safety.check(context, {
      user_id: userId,
      path: 'turn.thought',
      text: input.thought,
    })
    if (crisis !== null) {
      const turn = { ...emptyTurn(deps, id, input.thought), crisis }
      // Help goes out even when it cannot be kept.
      await saveTurn(deps, context, turn).catch((error: unknown) =>
        deps.logger.for(context).error({ error }, 'turn.crisis_not_kept'),
      )
      yield { type: 'crisis' as const, id, crisis }
      yield { type: 'done' as const, turn: toDto(turn) }
      return toDto(turn)
    }
    await refuseFlood(deps.kv, requests, context)
    await deps.billing.reserveUsage(context, { user_id: userId, meter: 'turns_per_day', usage_id: id })
    let isSaved = false
    try {
      const answer = yield* turnThought(deps, context, { userId, id, thought: input.thought })
      const turn: Turn = { ...emptyTurn(deps, id, input.thought), ...answer }
      await saveTurn(deps, context, turn)
      isSaved = true
      await settle(deps, context, { user_id: userId, usage_id: id })
      yield { type: 'done' as const, turn: toDto(turn) }
      return toDto(turn)
    } finally {
      if (!isSaved) await giveBack(deps, context, userId, id)
    }
  }

const emptyTurn = (deps: Pick<Deps, 'clock'>, id: string, thought: string): Turn => ({
  id,
  thought,
  reframes: [],
  micro_action: null,
  crisis: null,
  engine: null,
  promptVersion: null,
  savedAt: null,
  createdAt: isoTime(deps.clock),
})

/** Passes the gateway's events on as they come, and returns the complete answer. */
async function* turnThought(
  deps: Pick<Deps, 'gateway'>,
  context: Context,
  request: { readonly userId: string; readonly id: string; readonly thought: string },
) {
  const events = deps.gateway.turnThought(context, { user_id: request.userId, thought: request.thought })
  const stoppable: AsyncGenerator<unknown, unknown, undefined> = events
  try {
    let step = await events.next()
    for (; step.done !== true; step = await events.next()) {
      const event = step.value
      yield event.type === 'engine' ? { type: 'meta' as const, id: request.id, engine: event.engine } : event
    }
    const { reframes, micro_action, served } = step.value
    return { reframes, micro_action, engine: served.engine, promptVersion: served.prompt_version }
  } finally {
    // Whoever leaves early also ends the call to the model.
    await stoppable.return(undefined)
  }
}

async function saveTurn(deps: Deps, context: Context, turn: Turn): Promise<void> {
  const userId = userIdOf(context.actor) ?? ''
  const row = await sealTurn(deps.ciphers, context, userId, turn)
  await deps.db.write(context, async ({ query, emit, remember }) => {
    await query.insertInto('turns').values(row).execute()
    if (turn.crisis === null) {
      emit(turnCreated, { turnId: turn.id, userId, engine: turn.engine ?? '', createdAt: turn.createdAt })
    }
    remember({ id: turn.id })
  })
}

/** What is saved is the person's, also when the count of it is late. */
async function settle(
  deps: Deps,
  context: Context,
  usage: { user_id: string; usage_id: string },
): Promise<void> {
  await deps.billing
    .settleUsage(context, usage)
    .catch((error: unknown) => deps.logger.for(context).warn({ error }, 'turn.settle_failed'))
}

/** A reservation that cannot be given back now ends by itself. */
async function giveBack(deps: Deps, context: Context, userId: string, id: string): Promise<void> {
  await deps.billing
    .releaseUsage(context, { user_id: userId, usage_id: id })
    .catch((error: unknown) => deps.logger.for(context).warn({ error }, 'turn.release_failed'))
}
