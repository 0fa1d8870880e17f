import { aiGatewayModule } from '@triptych/ai-gateway'
import { billingModule } from '@triptych/billing'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { integrationsModule } from '@triptych/integrations'
import { licensingModule } from '@triptych/licensing'
import { metricsModule } from '@triptych/metrics'
import { mirrorModule } from '@triptych/mirror'
import { notificationsModule } from '@triptych/notifications'
import { recommenderModule } from '@triptych/recommender'
import { safetyModule } from '@triptych/safety'
import { bootModules, type TestSystem, type TestSystemOptions } from '@triptych/testkit'
import { turnModule } from '@triptych/turn'
import { privacyModule } from '../src/module.ts'

export const modules = [
  identityModule,
  billingModule,
  aiGatewayModule,
  notificationsModule,
  safetyModule,
  turnModule,
  mirrorModule,
  integrationsModule,
  recommenderModule,
  metricsModule,
  licensingModule,
  privacyModule,
]

/** The service with everybody who holds data beside it. */
export const openSystem = (database: TestSystemOptions['database']): Promise<TestSystem> =>
  bootModules({ modules, database, loadDataKey })
