import { actingFor, type Context, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import {
  canonicalJson,
  candidateSetHash,
  contextHash,
  type DecisionInput,
  decisionRecord,
} from '@triptych/oo-policies'
import { askSource } from '../ask-source.ts'
import { assemble, type Assembled, decisionInput } from '../assemble.ts'
import type { recommenderContract } from '../contract/contract.ts'
import { tipRecommended } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import type { Candidate, CandidateText } from '../domain/candidate.ts'
import type { Scored } from '../ports/scorer.ts'
import type { CandidateSource } from '../sources/source.ts'
import { sealTip } from '../sealed-tip.ts'
import type { TipRow } from '../store/tables.ts'
import { toTip } from '../tip-view.ts'

/** Candidates that turn out to be gone, or whose source is away, are taken out and the choice is made anew, so often. */
const mostAttempts = 5

interface Choice {
  readonly candidate: Candidate
  readonly text: CandidateText
  readonly input: DecisionInput
  readonly scored: Scored
}

export const recommend =
  (deps: Deps): HandlerOf<typeof recommenderContract, 'recommend'> =>
  async (context, { context: given }, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    const assembled = await assemble(deps, context, userId, given?.surface ?? 'web')
    const choice = await choose(deps, context, userId, assembled)
    if (choice === undefined) throw fail('recommender.no_candidates')
    const cipher = await deps.ciphers.cipherOf(actingFor(context, userId), userId)
    const row = tipRowOf(deps, userId, choice.candidate, (id) => sealTip(cipher, id, choice.text))
    const output = { tip: toTip(cipher, row) }
    await keep(deps, context, { row, choice, output })
    deps.metrics.count('triptych_oo_decisions_total', { scored_by: choice.scored.by })
    void runShadows(deps, context, { row, choice, assembled })
    return output
  }

/** The choice is over everything that may be shown; the one that was picked is looked at again before it is. */
async function choose(
  deps: Deps,
  context: Context,
  userId: string,
  assembled: Assembled,
): Promise<Choice | undefined> {
  let candidates = assembled.candidates
  for (let attempt = 1; candidates.length > 0 && attempt <= mostAttempts; attempt += 1) {
    const input = decisionInput(deps, assembled, candidates, deps.newId())
    const scored = await deps.scorer(context, input)
    const candidate = candidates[scored.output.pickIndex]
    if (candidate === undefined) throw new Error('the scorer picked outside of the candidates')
    const source = sourceOf(deps, candidate)
    const text = await askSource(deps, context, source, {
      ask: () => source.open(context, userId, candidate),
      away: null,
    })
    if (text !== null && text !== undefined) return { candidate, text, input, scored }
    candidates = candidates.filter((one) => (text === null ? !source.owns(one.source) : one !== candidate))
  }
  return undefined
}

function sourceOf({ sources }: Deps, { source: name }: Candidate): CandidateSource {
  const source = sources.find((one) => one.owns(name))
  if (source === undefined) throw new Error(`no source owns ${name}`)
  return source
}

function tipRowOf(
  deps: Deps,
  userId: string,
  candidate: Candidate,
  seal: (id: string) => Uint8Array,
): TipRow {
  const id = deps.newId()
  return {
    id,
    user_id: userId,
    kind: candidate.kind,
    source: candidate.source,
    source_ref: candidate.ref,
    sealed_text: seal(id),
    due_at: candidate.dueAt,
    due_on: candidate.dueOn,
    minutes: candidate.minutes,
    is_recurring: candidate.isRecurring,
    is_fresh: candidate.isFresh,
    state: 'offered',
    offered_at: isoTime(deps.clock),
    displayed_at: null,
    reacted_at: null,
    snoozed_until: null,
    dwell_ms: null,
    reward: null,
    learned_at: null,
    notice: null,
  }
}

type Kept = { readonly row: TipRow; readonly choice: Choice; readonly output: Record<string, unknown> }

/** The tip, its decision and the announcement: all of it or none. */
async function keep(deps: Deps, context: Context, { row, choice, output }: Kept): Promise<void> {
  const { input, scored } = choice
  const { id, user_id: userId, kind, source, offered_at: at } = row
  await deps.db.write(context, async ({ query, emit, remember }) => {
    await query.insertInto('tips').values(row).execute()
    await query
      .insertInto('decisions')
      .values({
        tip_id: id,
        user_id: userId,
        policy: input.policy.id,
        policy_version: input.policy.version,
        record: decisionRecord(input, scored.output),
        candidate_set_hash: candidateSetHash(input),
        context_hash: contextHash(input.context),
        probability: scored.output.probability,
        scored_by: scored.by === 'process' ? 'process' : 'here',
        decided_at: at,
      })
      .execute()
    emit(tipRecommended, { tipId: id, userId, kind, source, policy: input.policy.id, recommendedAt: at })
    remember(output)
  })
}

/** What the other policies would have done, after the answer has gone. Nothing here reaches the person. */
async function runShadows(
  deps: Deps,
  context: Context,
  { row, choice, assembled }: { row: TipRow; choice: Choice; assembled: Assembled },
): Promise<void> {
  const shadows = deps.settings.shadowPolicies.map(({ id, version, initialState }) => ({
    id,
    version,
    parameters: {},
    state: assembled.states.get(id) ?? initialState(),
  }))
  if (shadows.length === 0) return
  try {
    const input = new TextEncoder().encode(canonicalJson(choice.input))
    const results = await deps.shadows.run({ input, shadows })
    for (const { outcome } of results)
      deps.metrics.count('triptych_oo_shadows_total', { shadow_outcome: outcome })
    const later = actingFor({ ...context, deadline: deps.clock.now() + 10_000 }, row.user_id)
    await deps.db.write(later, async ({ query }) => {
      await query
        .insertInto('shadow_decisions')
        .values(
          results.map(({ shadow, outcome, record, tookMs }) => ({
            tip_id: row.id,
            policy: shadow.id,
            user_id: row.user_id,
            policy_version: shadow.version,
            outcome,
            record,
            took_ms: tookMs,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  } catch (error) {
    deps.logger.for(context).warn({ error }, 'recommender.shadows_lost')
  }
}
