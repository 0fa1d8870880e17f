import { identityContract } from '@triptych/identity/contract'
import { integrationsContract } from '@triptych/integrations/contract'
import { notificationsContract } from '@triptych/notifications/contract'
import { type Ground, defineModule } from '@triptych/runtime'
import { policies, type Policy } from '@triptych/oo-policies'
import type { ConfigOf } from '@triptych/config'
import { recommenderConfig } from './config.ts'
import { consumersOf } from './consumers.ts'
import { recommenderContract } from './contract/contract.ts'
import { deliver } from './deliver.ts'
import type { Deps } from './deps.ts'
import { expire } from './expire.ts'
import { recommenderJobs } from './jobs.ts'
import { learn } from './learn.ts'
import { scoreHere } from './ports/scorer.ts'
import { createScoringProcess, type ScoringProcess } from './ports/scoring-process.ts'
import { createShadows, type Shadows } from './ports/shadows.ts'
import { remind } from './remind.ts'
import { createSources, type SourceGround } from './sources/index.ts'
import type { CandidateSource } from './sources/source.ts'
import type { RecommenderTables } from './store/tables.ts'
import { evaluate } from './use-cases/evaluate.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { feedback } from './use-cases/feedback.ts'
import { getTip } from './use-cases/get-tip.ts'
import { listDecisions } from './use-cases/list-decisions.ts'
import { listTips } from './use-cases/list-tips.ts'
import { recommend } from './use-cases/recommend.ts'

export { recommenderContract } from './contract/contract.ts'

const needs = {
  identity: identityContract,
  integrations: integrationsContract,
  notifications: notificationsContract,
}

/** Parts of one's own, to see what an answer does with ones that hang or fail. */
export interface RecommenderParts {
  readonly shadows?: Shadows
  readonly sources?: (ground: SourceGround) => readonly CandidateSource[]
}

export const recommenderWith = ({ shadows: given, sources = createSources }: RecommenderParts = {}) =>
  defineModule<typeof recommenderContract, typeof needs, typeof recommenderConfig, RecommenderTables>({
    contract: recommenderContract,
    needs,
    config: recommenderConfig,
    migrations: new URL('../migrations/', import.meta.url),
    jobs: recommenderJobs,

    create({ db, clock, newId, logger, metrics, jobs, ciphers, clients, config }) {
      const shadows = given ?? createShadows()
      const settings = settingsOf(config)
      const scoring = scoringProcessOf(config, settings, { clock, newId, logger })
      const deps: Deps = {
        db,
        clock,
        newId,
        logger,
        metrics,
        jobs,
        ciphers,
        identity: clients.identity,
        integrations: clients.integrations,
        notifications: clients.notifications,
        sources: sources({ integrations: clients.integrations }),
        scorer: scoring?.score ?? scoreHere,
        shadows,
        settings,
      }
      const tell = deliver(deps)
      const close = expire(deps)
      const invite = remind(deps)
      return {
        handlers: {
          recommend: recommend(deps),
          feedback: feedback(deps),
          listTips: listTips(deps),
          getTip: getTip(deps),
          listDecisions: listDecisions(deps),
          evaluate: evaluate(deps),
          exportPersonalData: exportPersonalData(deps),
        },
        consumers: consumersOf(deps),
        jobHandlers: {
          deliver: (context, data) => tell(context, recommenderJobs.deliver.schema.parse(data)),
          expire: (context, data) => close(context, recommenderJobs.expire.schema.parse(data)),
          learn: learn(deps),
          remind: (context, data) => invite(context, recommenderJobs.remind.schema.parse(data)),
        },
        health: async () => (scoring === undefined ? [] : [await scoring.health()]),
        async stop() {
          await shadows.close()
          await scoring?.close()
        },
      }
    },
  })

/** One tip at a time, every choice logged so that the next policy can be judged on it. */
export const recommenderModule = recommenderWith()

/** The configuration admits names of policies only. */
function policyCalled(name: string): Policy {
  const policy = policies.get(name)
  if (policy === undefined) throw new Error(`there is no policy ${name}`)
  return policy
}

const settingsOf = ({
  OO_POLICY: chosen,
  OO_SHADOW_POLICIES: shadows,
  OO_EPSILON: epsilon,
}: ConfigOf<typeof recommenderConfig>): Deps['settings'] => ({
  policy: policyCalled(chosen),
  // What chooses anyway need not choose along.
  shadowPolicies: shadows.filter((name) => name !== chosen).map(policyCalled),
  epsilon,
})

function scoringProcessOf(
  {
    SCORING_URL: url,
    SCORING_SECRET: secret,
    SCORING_DEADLINE_MS: deadlineMs,
  }: ConfigOf<typeof recommenderConfig>,
  { policy }: Deps['settings'],
  ground: Pick<Ground, 'clock' | 'newId' | 'logger'>,
): ScoringProcess | undefined {
  if (url === undefined) return undefined
  if (secret === undefined)
    throw new Error(
      'SCORING_SECRET is not set, and SCORING_URL needs it: use the same as the scoring process.',
    )
  return createScoringProcess({ url, secret, deadlineMs, policy, ...ground })
}
