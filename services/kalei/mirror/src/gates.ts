import { type Context, userIdOf } from '@triptych/kernel'
import type { Crisis } from '@triptych/safety/contract'
import type { Deps } from './deps.ts'
import { fitFragments } from './domain/fit-fragments.ts'
import type { Message } from './domain/message.ts'
import { tailOf } from './domain/tail.ts'

/** What stands before and after a text in its session. */
export interface Around {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The first gate. Words may only mean danger together with those before or after them. */
export async function judge(
  deps: Pick<Deps, 'safety'>,
  context: Context,
  written: { readonly path: 'mirror.message' | 'mirror.edit'; readonly content: string },
  around: Around | undefined,
): Promise<Crisis | null> {
  const { path, content } = written
  const user_id = userIdOf(context.actor) ?? ''
  const before = around?.before
  const own = { user_id, path, text: content, ...(before === undefined ? {} : { previous: before }) }
  const crisis = await deps.safety.check(context, own)
  if (crisis !== null || around?.after === undefined) return crisis
  const joined = tailOf([content, ...(before === undefined ? [] : [before])]) ?? content
  return deps.safety.check(context, { user_id, path, text: around.after, previous: joined })
}

/** The last gate: the message with what was found in it. */
export async function analyse(
  deps: Pick<Deps, 'gateway' | 'newId' | 'logger'>,
  context: Context,
  draft: Message,
): Promise<Message> {
  const request = { user_id: userIdOf(context.actor) ?? '', text: draft.content }
  const { fragments, served } = await deps.gateway.detectFragments(context, request)
  const { fitting, dropped } = fitFragments(draft.content, fragments)
  if (dropped > 0) {
    deps.logger.for(context).warn({ count: dropped, model: served.model }, 'mirror.fragments_dropped')
  }
  return {
    ...draft,
    fragments: fitting.map((fragment) => ({ ...fragment, id: deps.newId() })),
    engine: served.engine,
    promptVersion: served.prompt_version,
  }
}
