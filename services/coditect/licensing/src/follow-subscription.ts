import type { Transaction } from '@triptych/db'
import { isoTime } from '@triptych/kernel'
import type { Cipher } from '@triptych/vault'
import type { Audit } from './audit.ts'
import { changeLicense } from './change-license.ts'
import { licenseIssued } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { isStarted, type Subscription, type Terms, termsOf, turnsOf } from './domain/terms.ts'
import { licensingJobs } from './jobs.ts'
import { leftOf } from './ports/seats.ts'
import { seatWitness } from './seat-witness.ts'
import { insertLicense, lockLicenseOf } from './store/licenses.ts'
import { endSessions } from './store/sessions.ts'
import type { LicenseRow, LicensingTables } from './store/tables.ts'

type Tx = Transaction<LicensingTables>

/** A subscription as it is now, and what is needed to follow it. */
export interface Followed {
  readonly subscription: Subscription
  readonly isClosed: boolean
  /** The organisation's; undefined once it was destroyed. */
  readonly cipher: Cipher | undefined
  readonly audit: Audit
}

type FollowDeps = Pick<Deps, 'clock' | 'newId' | 'jobs' | 'keysAtRest'>

/** Issues the one licence of a subscription, and lets its terms follow; what is older than the last is ignored. */
export async function followSubscription(
  deps: FollowDeps,
  transaction: Tx,
  followed: Followed,
): Promise<void> {
  const { subscription } = followed
  const known = await lockLicenseOf(transaction.query, subscription.id)
  if (known !== undefined) return follow(deps, transaction, known, followed)
  if (!isStarted(subscription) || followed.cipher === undefined) return
  if (await issue(deps, transaction, followed, followed.cipher)) return
  // Another event of the same subscription was quicker.
  const issued = await lockLicenseOf(transaction.query, subscription.id)
  if (issued !== undefined) await follow(deps, transaction, issued, followed)
}

async function issue(
  deps: FollowDeps,
  transaction: Tx,
  { subscription, isClosed, audit }: Followed,
  cipher: Cipher,
): Promise<boolean> {
  const now = isoTime(deps.clock)
  const id = deps.newId()
  const terms = termsOf(subscription, isClosed)
  const row = {
    id,
    organization_id: subscription.organization_id,
    subscription_id: subscription.id,
    ...terms,
    ...deps.keysAtRest.make(id, cipher).kept,
    ...datesOf(terms, { suspended_at: null, deactivated_at: null }, now),
    issued_at: now,
  }
  if (!(await insertLicense(transaction.query, row))) return false
  const { organization_id: organizationId, subscription_id: subscriptionId } = row
  const about = { organizationId, licenseId: id, subscriptionId, issuedAt: now }
  transaction.emit(licenseIssued, about, { organizationId })
  audit(transaction, organizationId, {
    action: 'licensing.license.created',
    target: `license:${id}`,
    references: { subscription_id: subscriptionId, plan: row.plan_id },
  })
  await deps.jobs.send(
    licensingJobs.deliver,
    { license_id: id, organization_id: organizationId },
    { organizationId, singletonKey: id, transaction },
  )
  return true
}

async function follow(
  deps: FollowDeps,
  transaction: Tx,
  license: LicenseRow,
  { subscription, isClosed, audit }: Followed,
): Promise<void> {
  if (subscription.version <= license.subscription_version) return
  const { clock } = deps
  const now = isoTime(clock)
  const terms = termsOf(subscription, isClosed)
  const turns = turnsOf(license, terms)
  const change = {
    ...terms,
    ...datesOf(terms, license, now),
    ...(turns.includes('renewed') ? { last_renewal_at: now } : {}),
  }
  if (terms.status !== 'active') {
    const reason = terms.status === 'suspended' ? 'license_suspended' : 'license_inactive'
    const ended = await endSessions(transaction.query, license.id, { reason, at: now })
    seatWitness(deps, audit)(transaction, { left: ended.map(leftOf) })
  }
  await changeLicense(transaction, clock, { license, change })
  for (const turn of turns)
    audit(transaction, license.organization_id, {
      action: `licensing.license.${turn}`,
      target: `license:${license.id}`,
      references: { subscription_id: subscription.id, plan: terms.plan_id },
    })
}

const datesOf = (
  { status }: Terms,
  before: Pick<LicenseRow, 'suspended_at' | 'deactivated_at'>,
  now: string,
): Pick<LicenseRow, 'suspended_at' | 'deactivated_at'> => ({
  suspended_at: status === 'suspended' ? (before.suspended_at ?? now) : null,
  deactivated_at: status === 'inactive' ? (before.deactivated_at ?? now) : null,
})
