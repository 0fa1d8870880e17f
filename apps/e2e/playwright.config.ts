import { defineConfig } from '@playwright/test'

const chromium = process.env['TEST_CHROMIUM'] || '/usr/bin/chromium'
const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }

/** One worker a project: each has a product of its own, and a machine with two cores is busy enough with one. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/runs',
  workers: 1,
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
