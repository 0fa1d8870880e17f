import { billingContract } from '@triptych/billing/contract'
import { identityContract } from '@triptych/identity/contract'
import { isoTime, systemContext } from '@triptych/kernel'
import { notificationsContract } from '@triptych/notifications/contract'
import { defineModule } from '@triptych/runtime'
import { licensingConfig } from './config.ts'
import { consumersOf } from './consumers.ts'
import { licensingContract } from './contract/contract.ts'
import { deliverLicense } from './deliver-license.ts'
import type { Deps } from './deps.ts'
import { handlersOf } from './handlers.ts'
import { responders } from './http/responders.ts'
import { licensingJobs } from './jobs.ts'
import { createKeysAtRest } from './key-at-rest.ts'
import { openSeats } from './ports/open-seats.ts'
import { createLeases } from './signing/leases.ts'
import { createFileSigner } from './signing/license-files.ts'
import { createSigningKeys } from './signing/signing-keys.ts'
import { seatUsage } from './store/licenses.ts'
import type { LicensingTables } from './store/tables.ts'
import { retain, sweepSeats } from './tidy.ts'

export { licensingContract } from './contract/contract.ts'

const needs = { billing: billingContract, identity: identityContract, notifications: notificationsContract }

/** Licences that follow subscriptions, and the seats that machines take of them. */
export const licensingModule = defineModule<
  typeof licensingContract,
  typeof needs,
  typeof licensingConfig,
  LicensingTables
>({
  contract: licensingContract,
  needs,
  config: licensingConfig,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: licensingJobs,
  metricLabels: { plan: ['starter', 'pro', 'enterprise'] },

  create({ db, clock, newId, kv, redisScripts, jobs, ciphers, metrics, logger, config, clients, publicUrl }) {
    const seats = openSeats(redisScripts, {
      db,
      clock,
      newId,
      logger,
      onMoved: (to) => metrics.count('triptych_licensing_seat_moves_total', { seat_store: to }),
    })
    const signingKeys = createSigningKeys({ db, clock, newId, secret: config.LICENSING_SECRET })
    const deps: Deps = {
      db,
      clock,
      newId,
      kv,
      jobs,
      ciphers,
      metrics,
      config,
      ...clients,
      seats,
      keysAtRest: createKeysAtRest(config.LICENSING_SECRET),
      signingKeys,
      leases: createLeases(signingKeys),
      signFile: createFileSigner(signingKeys),
      publicUrl,
    }
    const { deliver } = licensingJobs
    const deliverNow = deliverLicense(deps)
    return {
      handlers: handlersOf(deps),
      consumers: consumersOf(deps),
      jobHandlers: {
        deliver: (context, data) => deliverNow(context, deliver.schema.parse(data)),
        mintKeys: async () => {
          await signingKeys.list()
        },
        sweep: sweepSeats(deps),
        retain: retain(deps),
      },
      async start() {
        watchSeats(deps)
        await jobs.send(licensingJobs.mintKeys, {}, { singletonKey: 'all' })
      },
      stop: () => seats.flush(),
    }
  },

  edge: () => ({ responders }),
})

/** Seats by plan, read when they are scraped. */
function watchSeats({ db, clock, newId, metrics }: Deps): void {
  metrics.watch('triptych_licensing_seats', async () => {
    const context = systemContext({ clock, newId })
    const plans = await db.readOne(context, (query) => seatUsage(query, isoTime(clock)))
    return plans.flatMap(({ plan_id: plan, seats, used }) => [
      { labels: { plan, seat_state: 'used' }, value: used },
      { labels: { plan, seat_state: 'free' }, value: Math.max(0, seats - used) },
    ])
  })
}
