import { type DataHolderContract, dataHolderContract } from '@triptych/kernel'
import { defineModule } from '@triptych/runtime'
import { askAgain } from './ask-again.ts'
import { privacyConfig } from './config.ts'
import { consumersOf } from './consumers.ts'
import { privacyContract } from './contract/contract.ts'
import { dataHolders } from './contract/holders.ts'
import { forgetExpired } from './forget-expired.ts'
import { sendArchive } from './http/export-responder.ts'
import { receiptRoutes } from './http/receipt-routes.ts'
import { privacyJobs } from './jobs.ts'
import type { PrivacyTables } from './store/tables.ts'
import { exportMyData } from './use-cases/export-my-data.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getOverview } from './use-cases/get-overview.ts'
import { getReceipt } from './use-cases/get-receipt.ts'
import { listAuditTrail, listOrganizationTrail } from './use-cases/list-audit-trail.ts'
import { verifyAudit } from './use-cases/verify-audit.ts'

export { privacyContract } from './contract/contract.ts'

const needs: Readonly<Record<string, DataHolderContract>> = Object.fromEntries(
  dataHolders.filter((name) => name !== privacyContract.name).map((name) => [name, dataHolderContract(name)]),
)

/** What is held about a person: seen, taken along, erased and proved. */
export const privacyModule = defineModule<
  typeof privacyContract,
  typeof needs,
  typeof privacyConfig,
  PrivacyTables
>({
  contract: privacyContract,
  needs,
  config: privacyConfig,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: privacyJobs,

  create({ db, clock, newId, logger, ciphers, storage, jobs, config, clients }) {
    const deps = { db, clock, newId, logger, ciphers, storage, jobs, config, holders: clients }
    return {
      handlers: {
        exportMyData: exportMyData(deps),
        getOverview: getOverview(deps),
        getReceipt: getReceipt(deps),
        verifyAudit: verifyAudit(deps),
        listAuditTrail: listAuditTrail(deps),
        listOrganizationTrail: listOrganizationTrail(deps),
        exportPersonalData: exportPersonalData(deps),
      },
      consumers: consumersOf(deps),
      jobHandlers: { askAgain: askAgain(deps), forgetExpired: forgetExpired(deps) },
    }
  },

  edge: ({ client, clock, newId, kv }) => ({
    responders: { exportMyData: sendArchive },
    routes: receiptRoutes({ client, clock, newId, kv }),
  }),
})
