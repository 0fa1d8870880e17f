import { defineConfig } from '@triptych/config'
import { identityContract } from '@triptych/identity/contract'
import { defineModule } from '@triptych/runtime'
import { consumersOf } from './consumers.ts'
import { __camel__Contract } from './contract/contract.ts'
import { expireEntries } from './expire-entries.ts'
import { sendCsv } from './http/send-csv.ts'
import { __camel__Jobs } from './jobs.ts'
import { createTimeZones } from './ports/time-zones.ts'
import type { __Name__Tables } from './store/tables.ts'
import { createEntry } from './use-cases/create-entry.ts'
import { deleteEntry } from './use-cases/delete-entry.ts'
import { downloadEntries } from './use-cases/download-entries.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getEntry } from './use-cases/get-entry.ts'
import { listEntries } from './use-cases/list-entries.ts'

export { __camel__Contract } from './contract/contract.ts'

const needs = { identity: identityContract }
const config = defineConfig({})

/** Entries of a person. */
export const __camel__Module = defineModule<
  typeof __camel__Contract,
  typeof needs,
  typeof config,
  __Name__Tables
>({
  contract: __camel__Contract,
  needs,
  config,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: __camel__Jobs,

  create({ db, clock, newId, clients }) {
    const deps = { db, clock, newId, timeZones: createTimeZones(clients.identity) }
    return {
      handlers: {
        createEntry: createEntry(deps),
        listEntries: listEntries(deps),
        downloadEntries: downloadEntries(deps),
        getEntry: getEntry(deps),
        deleteEntry: deleteEntry(deps),
        exportPersonalData: exportPersonalData(deps),
      },
      consumers: consumersOf(deps),
      jobHandlers: { expireEntries: expireEntries(deps) },
    }
  },

  edge: () => ({ responders: { downloadEntries: sendCsv } }),
})
