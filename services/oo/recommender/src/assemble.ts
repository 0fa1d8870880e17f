import { actingFor, type Context, isoTime } from '@triptych/kernel'
import { type DecisionInput, featureMatrix, type Json, policies } from '@triptych/oo-policies'
import { askSource } from './ask-source.ts'
import type { Deps } from './deps.ts'
import type { Candidate } from './domain/candidate.ts'
import { eligible } from './domain/eligible.ts'
import { contextFeatures, describer, type Surroundings } from './domain/features.ts'
import { todaysAdvice } from './domain/todays-advice.ts'
import { localDay } from './local-day.ts'
import { rememberedTips } from './store/tips.ts'

const historyMs = 90 * 86_400_000
const featuresMs = 14 * 86_400_000
const mostCandidates = 1_000

/** All that a decision is made from, but its seed. */
export interface Assembled {
  readonly candidates: readonly Candidate[]
  readonly surroundings: Surroundings
  /** What each policy has learnt from this person, by its name. */
  readonly states: ReadonlyMap<string, Json>
}

const timeOf = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))

/** The feature assembler: policies look nothing up, so everything they may know is gathered here. */
export async function assemble(
  deps: Deps,
  outer: Context,
  userId: string,
  surface: Surroundings['surface'],
): Promise<Assembled> {
  const context = actingFor(outer, userId)
  const now = deps.clock.now()
  const since = new Date(now - historyMs).toISOString()
  const [person, offered, known] = await Promise.all([
    deps.identity.getPerson(context, { user_id: userId }),
    Promise.all(
      deps.sources.map((source) =>
        askSource(deps, context, source, { ask: () => source.candidates(context, userId), away: [] }),
      ),
    ),
    deps.db.read(context, async (query) => ({
      tips: await rememberedTips(query, userId, { since, now: isoTime(deps.clock) }),
      states: await query.selectFrom('policy_states').selectAll().where('user_id', '=', userId).execute(),
    })),
  ])
  const all = offered.flat()
  const earlier = known.tips.map((tip) => ({
    sourceRef: tip.source_ref,
    kind: tip.kind,
    state: tip.state,
    displayedAt: timeOf(tip.displayed_at),
    reactedAt: timeOf(tip.reacted_at),
    snoozedUntil: timeOf(tip.snoozed_until),
  }))
  const recent = now - featuresMs
  const possible = Map.groupBy(eligible(all, earlier, now), ({ kind }) => kind)
  const day = localDay(isoTime(deps.clock), person.time_zone)
  const advice = todaysAdvice(possible.get('advice') ?? [], { userId, day })
  const tasks = (possible.get('todo') ?? []).slice(0, mostCandidates - advice.length)
  return {
    candidates: [...tasks, ...advice],
    surroundings: {
      now,
      timeZone: person.time_zone,
      surface,
      openTasks: all.filter(({ kind }) => kind === 'todo').length,
      history: earlier.filter(({ displayedAt, reactedAt }) => (displayedAt ?? reactedAt ?? 0) >= recent),
    },
    states: new Map(
      known.states
        .filter(({ policy, policy_version: version }) => policies.get(policy)?.version === version)
        .map(({ policy, state }) => [policy, state]),
    ),
  }
}

/** The input of one decision over these candidates. */
export function decisionInput(
  { settings }: Pick<Deps, 'settings'>,
  { surroundings, states }: Assembled,
  candidates: readonly Candidate[],
  seed: string,
): DecisionInput {
  const { policy } = settings
  const featuresOf = describer(surroundings)
  const described = candidates.map((candidate) => ({
    id: candidate.id,
    source: candidate.source,
    features: featuresOf(candidate),
  }))
  const input: DecisionInput = {
    policy: { id: policy.id, version: policy.version, parameters: {} },
    state: states.get(policy.id) ?? policy.initialState(),
    context: contextFeatures(surroundings),
    ...featureMatrix(described),
    epsilon: settings.epsilon,
    seed,
  }
  return { ...input, state: policy.usedState(input) }
}
