import { aiGatewayContract } from '@triptych/ai-gateway/contract'
import { billingContract } from '@triptych/billing/contract'
import { identityContract } from '@triptych/identity/contract'
import { createLocks, createRefreshingFetch, createRestClient, type OutputOf } from '@triptych/kernel'
import { licensingContract } from '@triptych/licensing/contract'
import { metricsContract } from '@triptych/metrics/contract'
import { notificationsContract } from '@triptych/notifications/contract'
import { operationsContract } from '@triptych/operations/contract'
import { privacyContract } from '@triptych/privacy/contract'
import { recommenderContract } from '@triptych/recommender/contract'
import { safetyContract } from '@triptych/safety/contract'
import { chosenOrganization } from '../session/organization.ts'

let whenSignedOut = (): void => undefined
export const onSignedOut = (listener: () => void): void => {
  whenSignedOut = listener
}

const options = {
  baseUrl: '',
  fetch: createRefreshingFetch({
    fetch: (...call) => fetch(...call),
    locks: createLocks(),
    baseUrl: '',
    onSignedOut: () => whenSignedOut(),
  }),
}

/** For operations of an organisation, which must be told which. */
const inOrganization = {
  ...options,
  headers: (): Record<string, string> => {
    const id = chosenOrganization()
    return id === null ? {} : { 'x-organization-id': id }
  },
}

/** Every call the console makes, by service. */
export const api = {
  identity: createRestClient(identityContract, options),
  metrics: createRestClient(metricsContract, options),
  recommender: createRestClient(recommenderContract, options),
  operations: createRestClient(operationsContract, options),
  notifications: createRestClient(notificationsContract, options),
  safety: createRestClient(safetyContract, options),
  aiGateway: createRestClient(aiGatewayContract, options),
  privacy: createRestClient(privacyContract, inOrganization),
  billing: createRestClient(billingContract, inOrganization),
  licensing: createRestClient(licensingContract, inOrganization),
}

type Items<Page extends { items: unknown[] }> = Page['items'][number]
type Identity = (typeof identityContract)['operations']
type Notifications = (typeof notificationsContract)['operations']
type Billing = (typeof billingContract)['operations']
type Licensing = (typeof licensingContract)['operations']
type Recommender = (typeof recommenderContract)['operations']

export type Me = OutputOf<Identity['getMe']>
export type Membership = Me['organizations'][number]
export type Role = Membership['role']
export type Member = Items<OutputOf<Identity['listMembers']>>
export type Invitation = Items<OutputOf<Identity['listInvitations']>>
export type InvitationDetails = OutputOf<Identity['getInvitation']>
export type Team = Items<OutputOf<Identity['listTeams']>>
export type User = Items<OutputOf<Identity['listUsers']>>
export type Email = Items<OutputOf<Notifications['listEmails']>>
export type Push = Items<OutputOf<Notifications['listPushes']>>
export type DeadLetter = Items<OutputOf<(typeof operationsContract)['operations']['listDeadLetters']>>
export type SafetyEvent = Items<OutputOf<(typeof safetyContract)['operations']['listEvents']>>
export type Plan = Items<OutputOf<Billing['listPlans']>>
export type Subscription = Items<OutputOf<Billing['listSubscriptions']>>
export type WebhookEvent = Items<OutputOf<Billing['listWebhookEvents']>>
export type SalesFigures = OutputOf<Billing['getAnalytics']>
export type License = OutputOf<Licensing['getLicense']>
export type SoldLicense = Items<OutputOf<Licensing['listAllLicenses']>>
export type SeatMap = OutputOf<Licensing['getSeats']>
export type Seat = Items<OutputOf<Licensing['listLicenseSessions']>>
export type Machine = Items<OutputOf<Licensing['listMachines']>>
export type AuditEntry = Items<OutputOf<(typeof privacyContract)['operations']['listAuditTrail']>>
export type AuditReport = OutputOf<(typeof privacyContract)['operations']['verifyAudit']>
export type ProductMetrics = OutputOf<(typeof metricsContract)['operations']['getProductMetrics']>
export type Evaluation = OutputOf<Recommender['evaluate']>
export type PolicyReport = Evaluation['policies'][number]
export type Spending = OutputOf<(typeof aiGatewayContract)['operations']['getSpending']>
