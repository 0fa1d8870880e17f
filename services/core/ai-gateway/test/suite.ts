import { databaseKinds } from '@triptych/testkit'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { type GatewayOptions, openGateway, type TestGateway } from './gateway.ts'

/** Runs a suite on every database that is reachable, each with a gateway of its own. */
export function describeGateway(
  title: string,
  options: Omit<GatewayOptions, 'database'>,
  suite: (open: () => TestGateway, database: GatewayOptions['database']) => void,
): void {
  describe.for(databaseKinds)(`${title} on %s`, (database) => {
    let opened: TestGateway | undefined
    beforeAll(async () => {
      opened = await openGateway({ database, ...options })
    })
    afterEach(() => opened?.reset())
    afterAll(() => opened?.close())
    suite(() => {
      if (opened === undefined) throw new Error('the gateway is not open yet')
      return opened
    }, database)
  })
}
