import { databaseKinds, describeContracts, lanes } from '@triptych/testkit'
import { contracts, loadDataKey, modules } from '../../src/modules.ts'
import { fixtures } from './fixtures/index.ts'
import { audience, issuerUrl } from './issuer.ts'
import { prepare } from './prepare.ts'
import { sandboxEnvironment } from './sandbox.ts'
import { withoutReplay } from './without-replay.ts'

const everyOther = contracts.map((contract) => contract.name).filter((name) => name !== 'identity')

const environment = { ...sandboxEnvironment, TRUSTED_OIDC_ISSUERS: `${issuerUrl}|${audience}` }

for (const database of databaseKinds) {
  const shared = { modules, contracts, fixtures, withoutReplay, prepare, database, loadDataKey, environment }
  describeContracts({ ...shared, title: `contracts on ${database}, in one process` })
  // Processes tell each other what happened through a broker.
  if (lanes.natsUrl !== undefined) {
    describeContracts({
      ...shared,
      apart: everyOther,
      title: `contracts on ${database}, over HTTP between processes`,
    })
  }
}
