import { identityContract } from '@triptych/identity/contract'
import { type Context, userIdOf } from '@triptych/kernel'
import { defineModule } from '@triptych/runtime'
import { createAccess } from './access.ts'
import { integrationsConfig } from './config.ts'
import { createConnectors } from './connectors/index.ts'
import { consumersOf } from './consumers.ts'
import { integrationsContract } from './contract/contract.ts'
import type { Deps } from './deps.ts'
import { failedCallback } from './http/failed-callback.ts'
import { responders } from './http/responders.ts'
import { webhookRoutes } from './http/webhook-routes.ts'
import { finishRenewal } from './finish-renewal.ts'
import { integrationsJobs } from './jobs.ts'
import { createBoxKeys } from './keys.ts'
import { retain } from './retain.ts'
import { revokeAccess } from './revoke-access.ts'
import { rotateKeys } from './rotate-keys.ts'
import type { Place } from './store/connections.ts'
import type { IntegrationsTables } from './store/tables.ts'
import { createSync } from './sync-connection.ts'
import { readWhenFree, syncDue } from './sync-due.ts'
import { act } from './use-cases/act.ts'
import { connect } from './use-cases/connect.ts'
import { disconnect } from './use-cases/disconnect.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { finishConnect } from './use-cases/finish-connect.ts'
import { getOpenTask } from './use-cases/get-open-task.ts'
import { listConnectors } from './use-cases/list-connectors.ts'
import { listOpenTasks } from './use-cases/list-open-tasks.ts'
import { receiveWebhook } from './use-cases/receive-webhook.ts'
import { sync } from './use-cases/sync.ts'

export { integrationsContract } from './contract/contract.ts'

const placeOf = ({ actor }: Context, { provider }: { provider: string }): Place => ({
  userId: userIdOf(actor) ?? '',
  provider,
})

/** Reads a person's tasks where they keep them, acts on them when asked, and lets go completely. */
export const integrationsModule = defineModule<
  typeof integrationsContract,
  { identity: typeof identityContract },
  typeof integrationsConfig,
  IntegrationsTables
>({
  contract: integrationsContract,
  needs: { identity: identityContract },
  config: integrationsConfig,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: integrationsJobs,

  create({ db, clock, newId, logger, metrics, jobs, ciphers, clients, config, publicUrl, sandboxUrl }) {
    const secret = config.INTEGRATIONS_SECRET
    const deps: Deps = {
      db,
      clock,
      newId,
      logger,
      metrics,
      jobs,
      ciphers,
      identity: clients.identity,
      connectors: createConnectors(config, { clock, logger, sandboxUrl }),
      connectorKeys: createBoxKeys(config.CONNECTOR_KEYS, secret, 'connectors'),
      revocationKeys: createBoxKeys(config.REVOCATION_KEYS, secret, 'revocations'),
      secret,
      publicUrl,
    }
    const withAccess = createAccess(deps)
    const syncConnection = createSync(deps, withAccess)
    const {
      sync: syncJob,
      finishRenewal: renewalJob,
      revoke: revokeJob,
      retain: retainJob,
    } = integrationsJobs
    const revoke = revokeAccess(deps)
    const letGo = retain(deps)
    const readNow = readWhenFree(deps, syncConnection)
    const finish = finishRenewal(withAccess)
    return {
      handlers: {
        listConnectors: listConnectors(deps),
        connect: connect(deps),
        finishConnect: finishConnect(deps),
        sync: sync(deps, syncConnection),
        disconnect: disconnect(deps),
        receiveWebhook: receiveWebhook(deps),
        listOpenTasks: listOpenTasks(deps),
        getOpenTask: getOpenTask(deps),
        act: act(deps, withAccess),
        exportPersonalData: exportPersonalData(deps),
      },
      consumers: consumersOf(deps),
      jobHandlers: {
        sync: (context, data) => readNow(context, placeOf(context, syncJob.schema.parse(data))),
        finishRenewal: (context, data) => finish(context, placeOf(context, renewalJob.schema.parse(data))),
        syncDue: syncDue(deps),
        revoke: (context, data) => revoke(context, revokeJob.schema.parse(data)),
        retain: (context, data) => letGo(context, retainJob.schema.parse(data)),
        rotateKeys: rotateKeys(deps),
      },
      async start() {
        await jobs.send(integrationsJobs.rotateKeys, {}, { singletonKey: 'all' })
      },
      async stop() {
        for (const connector of deps.connectors.values()) await connector.close?.()
      },
    }
  },

  edge: ({ client, clock, newId }) => ({
    responders,
    async routes(app) {
      failedCallback(app)
      await webhookRoutes({ client, clock, newId })(app)
    },
  }),
})
