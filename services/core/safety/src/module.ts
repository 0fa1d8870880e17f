import { aiGatewayContract } from '@triptych/ai-gateway/contract'
import { defineConfig } from '@triptych/config'
import { identityContract } from '@triptych/identity/contract'
import { isoTime } from '@triptych/kernel'
import { defineModule } from '@triptych/runtime'
import { consumersOf } from './consumers.ts'
import { safetyContract } from './contract/contract.ts'
import { families, hotlines, languages, severities, staleRows } from './precheck/index.ts'
import { safetyJobs } from './jobs.ts'
import { expireExcerpts } from './store/events.ts'
import type { SafetyTables } from './store/tables.ts'
import { checkText } from './use-cases/check-text.ts'
import { disputeEvent } from './use-cases/dispute-event.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getResources } from './use-cases/get-resources.ts'
import { listEvents } from './use-cases/list-events.ts'
import { reviewEvent } from './use-cases/review-event.ts'

export { safetyContract } from './contract/contract.ts'

const needs = { identity: identityContract, gateway: aiGatewayContract }
const config = defineConfig({})

/** Recognises danger before any text reaches a model, and gives help instead. */
export const safetyModule = defineModule<typeof safetyContract, typeof needs, typeof config, SafetyTables>({
  contract: safetyContract,
  needs,
  config,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: safetyJobs,
  metricLabels: { family: families, severity: severities, language: languages },

  create({ db, clock, newId, logger, metrics, ciphers, clients }) {
    const deps = {
      db,
      clock,
      newId,
      logger,
      metrics,
      ciphers,
      identity: clients.identity,
      gateway: clients.gateway,
    }
    const staleHotlines = () => staleRows(hotlines, new Date(clock.now())).length
    metrics.watch('triptych_safety_hotlines_stale', () => [{ labels: {}, value: staleHotlines() }])
    return {
      handlers: {
        checkText: checkText(deps),
        getResources: getResources(deps),
        disputeEvent: disputeEvent(deps),
        listEvents: listEvents(deps),
        reviewEvent: reviewEvent(deps),
        exportPersonalData: exportPersonalData(deps),
      },
      consumers: consumersOf(deps),
      jobHandlers: {
        async expireExcerpts(context) {
          await db.write(context, ({ query }) => expireExcerpts(query, isoTime(clock)))
        },
      },
      health: () => {
        const stale = staleHotlines()
        const detail =
          stale === 0
            ? {}
            : { detail: `${stale} hotline rows have no second source or are older than a year` }
        return Promise.resolve([
          { name: 'hotlines', kind: 'table', status: stale === 0 ? 'ok' : 'degraded', ...detail },
        ])
      },
    }
  },
})
