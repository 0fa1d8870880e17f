import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { createStateFile } from '../kit/state-file.ts'
import { createAccounts, type KeptAccounts } from './accounts.ts'
import { badSyncTokenAnswers, modes, type App } from './app.ts'
import { createMovableClock } from '../kit/movable-clock.ts'
import { createCodes } from './codes.ts'
import { createTodoistFaults } from './faults.ts'
import { createGrants, type KeptTokens } from './grants.ts'
import { createLimits } from './limits.ts'
import { loopbackUrl } from '../kit/loopback-url.ts'
import { mountTodoist } from './routes.ts'
import { createWebhooks } from './webhooks.ts'

const productPaths = {
  redirectUrl: '/api/v1/connectors/todoist/callback',
  webhookUrl: '/api/v1/webhooks/todoist',
}

/** What a connection that was made before a restart needs after it. */
interface TodoistState {
  readonly ahead: number
  readonly accounts: KeptAccounts
  readonly tokens: KeptTokens
}

export const todoist = defineProvider({
  title: 'Todoist',
  summary: 'Accounts full of tasks: OAuth with rotating tokens, sync, commands and webhooks.',
  settings: z.object({
    clientId: z.string().min(1).default('triptych-sandbox'),
    clientSecret: z.string().min(1).default('sandbox-todoist-client'),
    redirectUrl: loopbackUrl.default(`http://localhost:3000${productPaths.redirectUrl}`),
    webhookUrl: loopbackUrl.default(`http://localhost:3000${productPaths.webhookUrl}`),
    mode: z.enum(modes).default('rotating'),
    badSyncToken: z.enum(badSyncTokenAnswers).default('reject'),
  }),
  productPaths,
  environment: {
    TODOIST_CLIENT_ID: 'clientId',
    TODOIST_CLIENT_SECRET: 'clientSecret',
    SANDBOX_TODOIST_REDIRECT_URL: 'redirectUrl',
    SANDBOX_TODOIST_WEBHOOK_URL: 'webhookUrl',
    SANDBOX_TODOIST_MODE: 'mode',
  },
  async create({ clock: base, dataDir }, settings) {
    const clock = createMovableClock(base)
    const faults = createTodoistFaults(clock)
    const app: App = { ...settings }
    const codes = createCodes(clock)
    const grants = createGrants(app, clock)
    const limits = createLimits(clock)
    const webhooks = createWebhooks({ app, clock, faults, defaultUrl: settings.webhookUrl })
    const accounts = createAccounts(clock, (account, event) => {
      const { access, refresh } = grants.alive(account.owner.email)
      if (access + refresh > 0) webhooks.notify(account, event)
    })
    const reset = (): void => {
      clock.reset()
      webhooks.reset()
      codes.reset()
      grants.reset()
      limits.reset()
      accounts.reset()
      Object.assign(app, { mode: settings.mode, badSyncToken: settings.badSyncToken })
    }
    const state = createStateFile<TodoistState>(
      { dataDir, name: 'todoist' },
      {
        version: 1,
        capture: () => ({ ahead: clock.ahead, accounts: accounts.capture(), tokens: grants.capture() }),
        restore(kept) {
          clock.ahead = kept.ahead
          accounts.restore(kept.accounts)
          grants.restore(kept.tokens)
        },
        reset,
      },
    )
    state.load()
    return {
      faults,
      links: [{ label: 'Accounts and deliveries', href: '/todoist' }],
      routes: (scope) =>
        mountTodoist(scope, { app, accounts, codes, grants, limits, webhooks, faults, clock }),
      facts: () => [
        { label: 'Accounts', value: String(accounts.list().length) },
        { label: 'App', value: app.mode },
        { label: 'Webhooks', value: String(webhooks.list().length) },
      ],
      reset,
      save: state.save,
      async close() {
        state.close()
        clock.reset()
        await webhooks.close()
      },
    }
  },
})
