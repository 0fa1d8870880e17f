import { setTimeout as sleep } from 'node:timers/promises'
import { identityContract } from '@triptych/identity/contract'
import { defineModule } from '@triptych/runtime'
import { aiGatewayConfig } from './config.ts'
import { consumersOf } from './consumers.ts'
import { aiGatewayContract } from './contract/contract.ts'
import { budgetScopes, defaultBudgets } from './domain/budgets.ts'
import { createGeneration } from './generation/create-generation.ts'
import { offlineLane } from './generation/offline-answer.ts'
import { createLanes } from './lanes/create-lanes.ts'
import { createCanary } from './ledger/create-canary.ts'
import { createLedger } from './ledger/ledger.ts'
import { createPersonQuota } from './ledger/person-quota.ts'
import { defaultLanes } from './lanes/lane.ts'
import { createConsents } from './ports/consents.ts'
import { isSafeText } from './ports/output-check.ts'
import { readTemplates } from './prompts.ts'
import { features } from './purposes/purpose.ts'
import type { AiGatewayTables } from './store/tables.ts'
import { confirmCrisis } from './use-cases/confirm-crisis.ts'
import { detectFragments } from './use-cases/detect-fragments.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getSpending } from './use-cases/get-spending.ts'
import { listRecipients } from './use-cases/list-recipients.ts'
import { narratePeriod } from './use-cases/narrate-period.ts'
import { reflectOnSession } from './use-cases/reflect-on-session.ts'
import { reframeFragment } from './use-cases/reframe-fragment.ts'
import { turnThought } from './use-cases/turn-thought.ts'
import { writeAffirmation } from './use-cases/write-affirmation.ts'

export { aiGatewayContract } from './contract/contract.ts'

const needs = { identity: identityContract }

/** The only way to a model. */
export const aiGatewayModule = defineModule<
  typeof aiGatewayContract,
  typeof needs,
  typeof aiGatewayConfig,
  AiGatewayTables
>({
  contract: aiGatewayContract,
  needs,
  config: aiGatewayConfig,
  migrations: new URL('../migrations/', import.meta.url),
  metricLabels: {
    feature: features,
    lane: [...defaultLanes.map(({ id }) => id), offlineLane],
    budget: budgetScopes(defaultBudgets),
  },

  create(deps) {
    const { db, clock, newId, config, metrics, logger, clients } = deps
    const lanes = createLanes(deps)
    // Names of lanes and budgets are the operator's; they are known once the configuration is read.
    metrics.allow(
      'lane',
      config.AI_LANES.map(({ id }) => id),
    )
    metrics.allow('budget', budgetScopes(config.AI_BUDGETS))
    metrics.watch('triptych_ai_lane_open', () =>
      lanes.clients.map(({ lane, isOpen }) => ({ labels: { lane: lane.id }, value: isOpen ? 1 : 0 })),
    )
    const canary = createCanary(config, deps)
    const ledger = createLedger({
      db,
      clock,
      newId,
      metrics,
      budgets: config.AI_BUDGETS,
      canary,
      onAlert: ({ scope, percent }) =>
        logger.warn({ kind: scope, ratio: percent / 100 }, 'ai_gateway.budget_threshold_reached'),
    })
    const { booked } = ledger
    const generation = createGeneration({
      clock,
      newId,
      metrics,
      logger,
      ledger,
      canary,
      templates: readTemplates(),
      clients: lanes.clients,
      consents: createConsents(clients.identity),
      quota: createPersonQuota({ ...deps, booked, tokensPerDay: config.AI_TOKENS_PER_PERSON_PER_DAY }),
      isSafe: isSafeText,
      random: Math.random,
      wait: (ms, signal) => sleep(ms, undefined, { signal }),
    })
    return {
      handlers: {
        detectFragments: detectFragments({ generation }),
        reframeFragment: reframeFragment({ generation }),
        reflectOnSession: reflectOnSession({ generation }),
        turnThought: turnThought({ generation }),
        confirmCrisis: confirmCrisis({ generation }),
        writeAffirmation: writeAffirmation({ generation }),
        narratePeriod: narratePeriod({ generation, clock }),
        listRecipients: listRecipients({ clients: lanes.clients }),
        getSpending: getSpending({ db, clock, budgets: config.AI_BUDGETS, canary }),
        exportPersonalData: exportPersonalData({ db }),
      },
      consumers: consumersOf({ clock }),
      stop: () => lanes.close().then(booked),
    }
  },
})
