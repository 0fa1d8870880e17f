import { aiGatewayContract } from '@triptych/ai-gateway/contract'
import { billingContract } from '@triptych/billing/contract'
import { defineConfig } from '@triptych/config'
import { defineModule } from '@triptych/runtime'
import { safetyContract } from '@triptych/safety/contract'
import { safetyGate } from '@triptych/safety/gate'
import { consumersOf } from './consumers.ts'
import { mirrorContract } from './contract/contract.ts'
import type { MirrorTables } from './store/tables.ts'
import { closeSession } from './use-cases/close-session.ts'
import { deleteMessage } from './use-cases/delete-message.ts'
import { deleteSession } from './use-cases/delete-session.ts'
import { editMessage } from './use-cases/edit-message.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getMessage } from './use-cases/get-message.ts'
import { getSession } from './use-cases/get-session.ts'
import { listSessions } from './use-cases/list-sessions.ts'
import { reframeFragment } from './use-cases/reframe-fragment.ts'
import { sendMessage } from './use-cases/send-message.ts'
import { startSession } from './use-cases/start-session.ts'

export * from './contract/index.ts'

const needs = { safety: safetyContract, billing: billingContract, gateway: aiGatewayContract }
const config = defineConfig({})

/** Write freely; distorted thoughts are found in your own words and can be turned one at a time. */
export const mirrorModule = defineModule<typeof mirrorContract, typeof needs, typeof config, MirrorTables>({
  contract: mirrorContract,
  needs,
  config,
  migrations: new URL('../migrations/', import.meta.url),

  create({ db, kv, clock, newId, logger, ciphers, clients }) {
    const { billing, gateway } = clients
    const safety = safetyGate(clients.safety)
    const deps = { db, kv, clock, newId, logger, ciphers, safety, billing, gateway }
    return {
      handlers: {
        startSession: startSession(deps),
        listSessions: listSessions(deps),
        getSession: getSession(deps),
        deleteSession: deleteSession(deps),
        closeSession: closeSession(deps),
        sendMessage: sendMessage(deps),
        getMessage: getMessage(deps),
        editMessage: editMessage(deps),
        deleteMessage: deleteMessage(deps),
        reframeFragment: reframeFragment(deps),
        exportPersonalData: exportPersonalData(deps),
      },
      consumers: consumersOf(deps),
    }
  },
})
