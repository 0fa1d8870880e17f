import { type Context, failure, type HandlerOf, isoTime, refuseFlood, requestErrors } from '@triptych/kernel'
import {
  type FragmentDto,
  type mirrorContract,
  requests,
  type TurnedFragmentDto,
} from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { Message } from '../domain/message.ts'
import { openMessages } from '../sealed-messages.ts'
import { openReframe, sealReframe, toTurnedDto, type TurnedFragment } from '../sealed-reframes.ts'
import { findMessage, withFragments } from '../store/messages.ts'
import {
  countReframes,
  findFragment,
  findReframe,
  releaseReframe,
  reserveReframe,
  settleReframe,
} from '../store/reframes.ts'
import { lockSession } from '../store/sessions.ts'
import { withdrawMessage } from '../withdraw-message.ts'

/** Longer than the operation may take. */
const reservedMs = 60_000

interface Asked {
  readonly userId: string
  readonly message: Message
  readonly fragment: FragmentDto
}

type Fail = Parameters<HandlerOf<typeof mirrorContract, 'reframeFragment'>>[2]

/** The fragment passes the gates again before it is turned; what came of it is kept. */
export const reframeFragment =
  (deps: Deps): HandlerOf<typeof mirrorContract, 'reframeFragment'> =>
  async (context, { id }, fail) => {
    const asked = await findAsked(deps, context, id)
    if (asked === undefined) throw fail('mirror.fragment_not_found')
    if (asked.turned !== undefined) return toTurnedDto(id, asked.turned)
    const { userId, fragment, message } = asked
    for (const text of [fragment.text, message.content]) {
      const crisis = await deps.safety.check(context, { user_id: userId, path: 'mirror.reframe', text })
      if (crisis === null) continue
      const answer: TurnedFragmentDto = {
        id,
        status: 'crisis',
        reframes: [],
        micro_action: null,
        engine: null,
        crisis,
      }
      await withdrawMessage(deps, context, { message: { ...message, crisis }, answer })
      return answer
    }
    await refuseFlood(deps.kv, requests, context)
    const kept = await reserve(deps, context, asked, fail)
    if (kept !== undefined) return toTurnedDto(id, kept)
    return turn(deps, context, asked, fail)
  }

async function findAsked(deps: Deps, context: Context, id: string) {
  const found = await deps.db.read(context, async (query) => {
    const fragment = await findFragment(query, id)
    const message = fragment === undefined ? undefined : await findMessage(query, fragment.message_id)
    if (message === undefined) return undefined
    return {
      userId: message.user_id,
      stored: await withFragments(query, [message]),
      reframe: await findReframe(query, id),
    }
  })
  if (found === undefined) return undefined
  const [message] = await openMessages(deps.ciphers, context, found.stored)
  const fragment = message?.fragments.find((candidate) => candidate.id === id)
  if (message === undefined || fragment === undefined) return undefined
  const turned = await openReframe(deps.ciphers, context, found.reframe)
  return { userId: found.userId, message, fragment, turned }
}

/** Takes one of the session's, exact under parallel calls; gives what another call has kept meanwhile. */
async function reserve(
  deps: Deps,
  context: Context,
  { userId, message, fragment }: Asked,
  fail: Fail,
): Promise<TurnedFragment | undefined> {
  const limits = await deps.billing.getLimits(context, { user_id: userId })
  const limit = limits.reframes_per_session
  const now = isoTime(deps.clock)
  const row = await deps.db.write(context, async ({ query }) => {
    const session = await lockSession(query, message.sessionId)
    if (session === undefined) throw fail('mirror.fragment_not_found')
    const known = await findReframe(query, fragment.id)
    if (known?.sealed_answer != null) return known
    if (known?.reserved_until != null && Date.parse(known.reserved_until) > Date.parse(now)) {
      throw failure(requestErrors.in_progress, { retryAfterMs: 1_000 })
    }
    const used = await countReframes(query, session.id, { except: fragment.id, now })
    if (limit !== null && used >= limit) {
      throw fail('mirror.reframe_limit', {
        data: { limit, used, resets_at: null, upgrade_to: limits.upgrade_to },
      })
    }
    const until = new Date(Date.parse(now) + reservedMs).toISOString()
    const reservation = {
      fragment_id: fragment.id,
      user_id: userId,
      session_id: session.id,
      created_at: now,
    }
    await reserveReframe(query, reservation, until)
    return undefined
  })
  return openReframe(deps.ciphers, context, row)
}

async function turn(deps: Deps, context: Context, asked: Asked, fail: Fail): Promise<TurnedFragmentDto> {
  const { userId, message, fragment } = asked
  try {
    const answer = await deps.gateway.reframeFragment(context, {
      user_id: userId,
      fragment: fragment.text,
      type: fragment.type,
      context: message.content,
    })
    const turned: TurnedFragment = {
      reframes: answer.reframes,
      micro_action: answer.micro_action,
      engine: answer.served.engine,
      promptVersion: answer.served.prompt_version,
    }
    return await keep(deps, context, asked, { turned, fail })
  } catch (error) {
    // A reservation that cannot be given back now ends by itself.
    await deps.db
      .write(context, ({ query }) => releaseReframe(query, fragment.id))
      .catch((cause: unknown) => deps.logger.for(context).warn({ error: cause }, 'mirror.release_failed'))
    throw error
  }
}

async function keep(
  deps: Deps,
  context: Context,
  { userId, message, fragment }: Asked,
  { turned, fail }: { readonly turned: TurnedFragment; readonly fail: Fail },
): Promise<TurnedFragmentDto> {
  const dto = toTurnedDto(fragment.id, turned)
  const owner = { fragment_id: fragment.id, user_id: userId }
  const sealed = await sealReframe(deps.ciphers, context, owner, turned)
  await deps.db.write(context, async ({ query, remember }) => {
    await lockSession(query, message.sessionId)
    // Edited or deleted while its views were written: they belong to nothing now.
    if ((await findFragment(query, fragment.id)) === undefined) throw fail('mirror.fragment_not_found')
    await settleReframe(query, fragment.id, sealed)
    remember(dto)
  })
  return dto
}
