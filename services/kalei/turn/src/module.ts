import { aiGatewayContract } from '@triptych/ai-gateway/contract'
import { billingContract } from '@triptych/billing/contract'
import { defineConfig } from '@triptych/config'
import { defineModule } from '@triptych/runtime'
import { safetyContract } from '@triptych/safety/contract'
import { safetyGate } from '@triptych/safety/gate'
import { consumersOf } from './consumers.ts'
import { turnContract } from './contract/contract.ts'
import type { TurnTables } from './store/tables.ts'
import { createTurn } from './use-cases/create-turn.ts'
import { deleteTurn } from './use-cases/delete-turn.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getTurn } from './use-cases/get-turn.ts'
import { listTurns } from './use-cases/list-turns.ts'
import { saveTurn } from './use-cases/save-turn.ts'

export { turnContract } from './contract/contract.ts'

const needs = { safety: safetyContract, billing: billingContract, gateway: aiGatewayContract }
const config = defineConfig({})

/** One heavy thought becomes three other views and one small action. */
export const turnModule = defineModule<typeof turnContract, typeof needs, typeof config, TurnTables>({
  contract: turnContract,
  needs,
  config,
  migrations: new URL('../migrations/', import.meta.url),

  create({ db, kv, clock, newId, logger, ciphers, clients }) {
    const safety = safetyGate(clients.safety)
    const deps = {
      db,
      kv,
      clock,
      newId,
      logger,
      ciphers,
      safety,
      billing: clients.billing,
      gateway: clients.gateway,
    }
    return {
      handlers: {
        createTurn: createTurn(deps),
        listTurns: listTurns(deps),
        getTurn: getTurn(deps),
        saveTurn: saveTurn(deps),
        deleteTurn: deleteTurn(deps),
        exportPersonalData: exportPersonalData(deps),
      },
      consumers: consumersOf(deps),
    }
  },
})
