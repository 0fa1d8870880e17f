import { defineConfig } from '@playwright/test'

const chromium = process.env['TEST_CHROMIUM'] || '/usr/bin/chromium'
const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }

/** Two workers, each with a product of its own: what one waits for, the other uses. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/runs',
  workers: 2,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: 'list',
  globalSetup: './tests/support/build-apps.ts',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 30_000,
    // Pictures of every moment cost more than the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true },
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
    },
  },
  projects: [
    { name: 'desktop', use: desktop, testIgnore: 'server/**' },
    { name: 'phone', use: phone, testIgnore: 'server/**' },
    { name: 'extraction', use: desktop, testMatch: 'server/**' },
  ],
})
