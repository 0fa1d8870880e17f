import { createSandbox } from '@triptych/sandbox'
import { afterAll } from 'vitest'

export const stripeSecret = 'whsec_contracts'

/** The outside of this suite: an inbox in which every mail ends, a Todoist full of tasks, and a Stripe. */
export const sandbox = await createSandbox({ sandbox: 'on', port: 0, settings: { mail: { smtpPort: 0 } } })
afterAll(() => sandbox.close())

export const sandboxEnvironment = {
  SMTP_URL: sandbox.addresses['mail']?.['smtp'] ?? '',
  TODOIST_CLIENT_ID: 'triptych-sandbox',
  TODOIST_CLIENT_SECRET: 'sandbox-todoist-client',
  TODOIST_AUTHORIZE_URL: `${sandbox.url}/todoist/oauth/authorize`,
  TODOIST_API_URL: `${sandbox.url}/todoist`,
  STRIPE_SECRET_KEY: 'sk_test_contracts',
  STRIPE_API_URL: sandbox.url,
  STRIPE_WEBHOOK_SECRET: stripeSecret,
}
