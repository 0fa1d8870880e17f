import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Lines that the tests of a service must reach, in per cent; more where money and licences are counted. */
const linesAtLeast = ['billing', 'licensing'].includes(basename(process.cwd())) ? 85 : 80

/** The test settings of every package: real parts are slow to start, so time-outs are generous. */
export const shared = defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // Measured in a run of everything, for services; see tools/test/plan.ts.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/gen/**'],
      reporter: ['json-summary'],
      thresholds: { lines: linesAtLeast },
    },
  },
})
