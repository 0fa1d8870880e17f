import type { Transaction } from '@triptych/db'
import { actingFor, type Context, isoTime, userIdOf } from '@triptych/kernel'
import { type DecisionRecord, type Json, type Observation, policies } from '@triptych/oo-policies'
import type { Deps } from './deps.ts'
import { recommenderJobs } from './jobs.ts'
import type { DecisionRow, RecommenderTables, TipRow } from './store/tables.ts'

const mostAtOnce = 100
/** An answer may still be taken back or follow another one for a while; a policy digests it once. */
const settledMs = 10 * 60_000

/** Lets every policy that learns take in the rewards that have settled, each once and in the order of the choices. */
export const learn =
  (deps: Pick<Deps, 'db' | 'clock' | 'jobs'>) =>
  async (outer: Context): Promise<void> => {
    const userId = userIdOf(outer.actor)
    if (userId === undefined) return
    const now = isoTime(deps.clock)
    const settledBefore = new Date(deps.clock.now() - settledMs).toISOString()
    await deps.db.write(actingFor(outer, userId), async (transaction) => {
      const { query } = transaction
      const learnt = await query
        .selectFrom('tips')
        .innerJoin('decisions', 'decisions.tip_id', 'tips.id')
        .select(['tips.id', 'tips.reward', 'decisions.record', 'decisions.probability'])
        .where('tips.user_id', '=', userId)
        .where('tips.reward', 'is not', null)
        .where('tips.learned_at', 'is', null)
        .where('tips.reacted_at', '<=', settledBefore)
        .orderBy('tips.id')
        .limit(mostAtOnce)
        .forUpdate()
        .execute()
      await learnLater(
        deps,
        transaction,
        userId,
        learnt.map(({ id }) => id),
      )
      if (learnt.length === 0) return
      const known = await query
        .selectFrom('policy_states')
        .selectAll()
        .where('user_id', '=', userId)
        .execute()
      for (const policy of policies.values()) {
        const before = known.find((row) => row.policy === policy.id && row.policy_version === policy.version)
        const initial: Json = before?.state ?? policy.initialState()
        const state = learnt.reduce((sofar, row) => policy.learn(sofar, observationOf(row)), initial)
        if (state === null) continue
        const row = {
          policy_version: policy.version,
          state: JSON.stringify(state) as unknown as Json,
          updated_at: now,
        }
        await query
          .insertInto('policy_states')
          .values({ user_id: userId, policy: policy.id, ...row })
          .onConflict((conflict) => conflict.columns(['user_id', 'policy']).doUpdateSet(row))
          .execute()
      }
      await query
        .updateTable('tips')
        .set({ learned_at: now })
        .where(
          'id',
          'in',
          learnt.map(({ id }) => id),
        )
        .execute()
    })
  }

/** What has not settled yet is taken in later. */
export async function learnLater(
  deps: Pick<Deps, 'clock' | 'jobs'>,
  transaction: Transaction<RecommenderTables>,
  userId: string,
  learnt: readonly string[] = [],
): Promise<void> {
  const left = await transaction.query
    .selectFrom('tips')
    .select('id')
    .where('user_id', '=', userId)
    .where('reward', 'is not', null)
    .where('learned_at', 'is', null)
    .$if(learnt.length > 0, (query) => query.where('id', 'not in', [...learnt]))
    .limit(1)
    .executeTakeFirst()
  if (left === undefined) return
  const startAfter = new Date(deps.clock.now() + settledMs).toISOString()
  await deps.jobs.send(recommenderJobs.learn, {}, { userId, singletonKey: userId, startAfter, transaction })
}

function observationOf({
  record,
  reward,
  probability,
}: Pick<DecisionRow, 'record' | 'probability'> & Pick<TipRow, 'reward'>): Observation {
  const { input, output } = JSON.parse(Buffer.from(record).toString('utf8')) as DecisionRecord
  return {
    context: input.context,
    featureNames: input.featureNames,
    features: [...(input.candidates[output.pickIndex]?.features ?? [])],
    probability,
    reward: reward ?? 0,
  }
}
