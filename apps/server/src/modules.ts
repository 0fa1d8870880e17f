import { aiGatewayModule } from '@triptych/ai-gateway'
import { billingModule } from '@triptych/billing'
import { identityModule } from '@triptych/identity'
import { integrationsModule } from '@triptych/integrations'
import type { Contract } from '@triptych/kernel'
import { licensingModule } from '@triptych/licensing'
import { metricsModule } from '@triptych/metrics'
import { mirrorModule } from '@triptych/mirror'
import { notificationsModule } from '@triptych/notifications'
import { privacyModule } from '@triptych/privacy'
import { recommenderModule } from '@triptych/recommender'
import { operationsModule } from '@triptych/operations'
import type { AnyModule } from '@triptych/runtime'
import { safetyModule } from '@triptych/safety'
import { turnModule } from '@triptych/turn'

/** Every module of this build. A new service is one line here. */
export const modules: readonly AnyModule[] = [
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
  operationsModule,
]

export const contracts: readonly Contract[] = modules.map((module) => module.contract as Contract)

export { loadDataKey } from '@triptych/identity/contract'
