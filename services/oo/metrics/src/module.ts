import { defineConfig } from '@triptych/config'
import { identityContract } from '@triptych/identity/contract'
import { defineModule } from '@triptych/runtime'
import { consumersOf } from './consumers.ts'
import { metricsContract } from './contract/contract.ts'
import type { MetricsTables } from './store/tables.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getProductMetrics } from './use-cases/get-product-metrics.ts'
import { recompute } from './use-cases/recompute.ts'

export { metricsContract } from './contract/contract.ts'

const config = defineConfig({})

/** Whether one tip at a time helps: a few honest numbers, counted from events. */
export const metricsModule = defineModule<
  typeof metricsContract,
  { identity: typeof identityContract },
  typeof config,
  MetricsTables
>({
  contract: metricsContract,
  needs: { identity: identityContract },
  config,
  migrations: new URL('../migrations/', import.meta.url),

  create({ db, clock, clients }) {
    return {
      handlers: {
        getProductMetrics: getProductMetrics({ db, clock }),
        recompute: recompute({ db }),
        exportPersonalData: exportPersonalData({ db }),
      },
      consumers: consumersOf({ clock, identity: clients.identity }),
    }
  },
})
