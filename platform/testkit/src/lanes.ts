import { processEnvironment } from '@triptych/config'
import type { TestDatabaseKind } from '@triptych/db/testing'

/** Addresses of real parts, given by the test command when they are reachable. */
export const lanes = (() => {
  const environment = processEnvironment()
  return {
    postgresUrl: environment['TEST_POSTGRES_URL'],
    redisUrl: environment['TEST_REDIS_URL'],
    natsUrl: environment['TEST_NATS_URL'],
    chromium: environment['TEST_CHROMIUM'],
    /** Whether suites run at their full size, for minutes: `npm run test:chaos`. */
    isChaos: environment['TEST_CHAOS'] === 'on',
  } as const
})()

/** The databases every suite runs on: the embedded one always, Postgres when its lane is open. */
export const databaseKinds: readonly TestDatabaseKind[] =
  lanes.postgresUrl === undefined ? ['embedded'] : ['embedded', 'postgres']
