import { billingErrors, subscriptionChanged } from '@triptych/billing/contract'
import { consumer, defineConsumers, erasure } from '@triptych/bus'
import { identityErrors, identityEvents } from '@triptych/identity/contract'
import { type Context, type ErrorDefinition, isFailure, isoTime } from '@triptych/kernel'
import { auditOf } from './audit.ts'
import { changeLicense } from './change-license.ts'
import { licenseChanged } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { type Followed, followSubscription } from './follow-subscription.ts'
import { inOrganization, leftOf } from './ports/seats.ts'
import { seatWitness } from './seat-witness.ts'
import { lockLicensesOf } from './store/licenses.ts'
import { endSessions, forgetPerson } from './store/sessions.ts'
import type { LicensingTables } from './store/tables.ts'

export const consumersOf = (deps: Deps) =>
  defineConsumers<LicensingTables>({
    follow_subscription: consumer<typeof subscriptionChanged, LicensingTables, Followed | undefined>({
      event: subscriptionChanged,
      prepare: (context, { subscriptionId }) => lookUp(deps, context, subscriptionId),
      async handle(_context, _body, { prepared }, transaction) {
        if (prepared !== undefined) await followSubscription(deps, transaction, prepared)
      },
    }),
    /** Whoever closes an organisation gives its licences up. */
    end_organization: consumer({
      event: identityEvents.organizationClosed,
      prepare: (context, { organizationId }) => auditOf(deps, context, organizationId),
      async handle(_context, { organizationId }, { prepared: audit }, transaction) {
        const at = isoTime(deps.clock)
        for (const license of await lockLicensesOf(transaction.query, organizationId)) {
          if (license.status === 'inactive') continue
          const ended = await endSessions(transaction.query, license.id, { reason: 'license_inactive', at })
          seatWitness(deps, audit)(transaction, { left: ended.map(leftOf) })
          const change = { status: 'inactive' as const, deactivated_at: at, suspended_at: null }
          await changeLicense(transaction, deps.clock, { license, change })
          audit(transaction, organizationId, {
            action: 'licensing.license.deactivated',
            target: `license:${license.id}`,
          })
        }
      },
    }),
    /** Where seats are for members alone, whoever is none any more gives theirs back. */
    end_member: consumer({
      event: identityEvents.organizationMemberRemoved,
      prepare: (context, { organizationId }) => auditOf(deps, context, organizationId),
      async handle(_context, { organizationId, userId }, { prepared: audit }, transaction) {
        const ending = { reason: 'released_by_admin', at: isoTime(deps.clock), userId } as const
        for (const license of await lockLicensesOf(transaction.query, organizationId)) {
          if (!license.require_member) continue
          const ended = await endSessions(transaction.query, license.id, ending)
          if (ended.length === 0) continue
          seatWitness(deps, audit)(transaction, { left: ended.map(leftOf) })
          await changeLicense(transaction, deps.clock, { license, change: {} })
        }
      },
    }),
    /** Tells the copy that grants of a change that has committed. */
    tell_seats: consumer({
      event: licenseChanged,
      prepare: (context, { licenseId, organizationId }) =>
        deps.seats.changed(context, { licenseId, organizationId }),
      handle: () => Promise.resolve(),
    }),
    erase_person: erasure<LicensingTables>({
      clock: deps.clock,
      async also({ query }, { userId }) {
        const { sessions, approvals } = await forgetPerson(query, userId)
        return { sessions: BigInt(sessions), approvals: BigInt(approvals) }
      },
    }),
  })

async function lookUp(deps: Deps, context: Context, subscriptionId: string): Promise<Followed | undefined> {
  const { billing, identity, ciphers } = deps
  const subscription = await billing
    .getSubscription(context, { subscription_id: subscriptionId })
    .catch(unless(billingErrors.subscription_not_found))
  if (subscription === undefined) return undefined
  const { organization_id: organizationId } = subscription
  const organization = await identity
    .getOrganization(context, { organization_id: organizationId })
    .catch(unless(identityErrors.organization_not_found))
  const isClosed = organization === undefined
  const inside = inOrganization(context, organizationId)
  return {
    subscription,
    isClosed,
    cipher: isClosed ? undefined : await ciphers.cipherOf(inside, organizationId),
    audit: await auditOf(deps, context, organizationId),
  }
}

const unless =
  (expected: ErrorDefinition) =>
  (error: unknown): undefined => {
    if (!isFailure(error, expected)) throw error
    return undefined
  }
