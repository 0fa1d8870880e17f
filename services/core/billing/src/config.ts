import { defineConfig } from '@triptych/config'
import { z } from 'zod'

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )

export const billingConfig = defineConfig({
  STRIPE_SECRET_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Key of Stripe’s API; the sandbox plays it without'),
  STRIPE_WEBHOOK_SECRET: list.describe(
    'Secrets that sign Stripe’s webhooks, after commas while one is being replaced',
  ),
  STRIPE_API_URL: z.url().default('https://api.stripe.com').describe('Where Stripe’s API listens'),
  BILLING_RETURN_ORIGINS: list.describe(
    'Origins, after commas, to which a checkout may return beside that of PUBLIC_URL',
  ),
})
