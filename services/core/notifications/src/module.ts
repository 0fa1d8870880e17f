import { identityContract } from '@triptych/identity/contract'
import { defineModule } from '@triptych/runtime'
import { notificationsConfig } from './config.ts'
import { consumersOf } from './consumers.ts'
import { notificationsContract } from './contract/contract.ts'
import { deliverEmail } from './deliver-email.ts'
import { deliverPush } from './deliver-push.ts'
import type { Deps } from './deps.ts'
import { unsubscribeRoutes } from './http/unsubscribe-routes.ts'
import { notificationsJobs } from './jobs.ts'
import { chooseTransport } from './ports/choose-transport.ts'
import { vapidOf } from './ports/vapid.ts'
import { createWebPush } from './ports/web-push.ts'
import { countDeadEmails } from './store/emails.ts'
import type { NotificationsTables } from './store/tables.ts'
import { loadTemplates } from './templates/library.ts'
import { tidyEmails } from './tidy-emails.ts'
import { tidyPushes } from './tidy-pushes.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getPreferences } from './use-cases/get-preferences.ts'
import { getPushKey } from './use-cases/get-push-key.ts'
import { listEmails } from './use-cases/list-emails.ts'
import { listPushSubscriptions } from './use-cases/list-push-subscriptions.ts'
import { listPushes } from './use-cases/list-pushes.ts'
import { previewEmail } from './use-cases/preview-email.ts'
import { retryEmail } from './use-cases/retry-email.ts'
import { sendEmail } from './use-cases/send-email.ts'
import { withdrawEmails } from './use-cases/withdraw-emails.ts'
import { sendPush } from './use-cases/send-push.ts'
import { subscribePush } from './use-cases/subscribe-push.ts'
import { unsubscribePush } from './use-cases/unsubscribe-push.ts'
import { unsubscribe } from './use-cases/unsubscribe.ts'
import { updatePreferences } from './use-cases/update-preferences.ts'

export { notificationsContract } from './contract/contract.ts'
export { unsubscribeToken } from './domain/unsubscribe-token.ts'

/** Tells people what they asked to be told. */
export const notificationsModule = defineModule<
  typeof notificationsContract,
  { identity: typeof identityContract },
  typeof notificationsConfig,
  NotificationsTables
>({
  contract: notificationsContract,
  needs: { identity: identityContract },
  config: notificationsConfig,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: notificationsJobs,

  create({ db, clock, newId, logger, ciphers, clients, jobs, config, publicUrl, sandboxUrl }) {
    const transport = chooseTransport({ config, sandboxUrl, clock, logger })
    const templates = loadTemplates()
    const pushSender = createWebPush({ vapid: vapidOf(config), sandboxUrl, clock })
    const { identity } = clients
    const ground = { db, clock, newId, logger, identity, ciphers, jobs, config, publicUrl }
    const deps = { ...ground, templates, transport, pushSender }
    const deliver = deliverEmail(deps)
    const deliverToBrowser = deliverPush(deps)
    const send = sendEmail(deps)
    return {
      handlers: {
        sendEmail: send,
        withdrawEmails: withdrawEmails(deps),
        getPreferences: getPreferences(deps),
        updatePreferences: updatePreferences(deps),
        unsubscribe: unsubscribe(deps),
        listEmails: listEmails(deps),
        retryEmail: retryEmail(deps),
        previewEmail: previewEmail(deps),
        exportPersonalData: exportPersonalData(deps),
        ...pushHandlers(deps),
      },
      consumers: consumersOf({ clock, identity, send }),
      deadLetters: { source: 'notifications', count: (context) => db.read(context, countDeadEmails) },
      jobHandlers: {
        deliverEmail: (context, data) => deliver(context, notificationsJobs.deliverEmail.schema.parse(data)),
        tidyEmails: tidyEmails(deps),
        deliverPush: (context, data) =>
          deliverToBrowser(context, notificationsJobs.deliverPush.schema.parse(data)),
        tidyPushes: tidyPushes(deps),
      },
      health: () => {
        const kind = transport?.name ?? 'none'
        const well = { name: 'mail', kind, status: 'ok' as const }
        const detail = 'No mail server is configured: set SMTP_URL or SENDGRID_API_KEY. Mails wait.'
        return Promise.resolve([
          transport === undefined ? { ...well, status: 'degraded' as const, detail } : well,
        ])
      },
      stop: async () => transport?.close(),
    }
  },

  edge: ({ client, clock, newId }) => ({ routes: unsubscribeRoutes({ client, clock, newId }) }),
})

const pushHandlers = (deps: Deps) => ({
  getPushKey: getPushKey(deps),
  subscribePush: subscribePush(deps),
  listPushSubscriptions: listPushSubscriptions(deps),
  unsubscribePush: unsubscribePush(deps),
  sendPush: sendPush(deps),
  listPushes: listPushes(deps),
})
