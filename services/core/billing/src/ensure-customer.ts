import { type Context, isFailure, isoTime } from '@triptych/kernel'
import { identityErrors } from '@triptych/identity/contract'
import type { Deps } from './deps.ts'
import { forOrganization } from './in-organization.ts'
import { findCustomer, keepCustomer } from './store/customers.ts'
import { atStripe, stripeOf } from './stripe-failure.ts'

type EnsureDeps = Pick<Deps, 'db' | 'clock' | 'identity' | 'stripe'>

/** The organisation's customer at Stripe, made when there is none yet; undefined for an organisation that is gone. */
export async function ensureCustomer(
  deps: EnsureDeps,
  context: Context,
  organizationId: string,
): Promise<string | undefined> {
  const inside = forOrganization(context, organizationId)
  const known = await deps.db.readOne(inside, (query) => findCustomer(query, organizationId))
  if (known !== undefined) return known.stripe_id
  const contact = await contactOf(deps, context, organizationId)
  if (contact === undefined) return undefined
  const id = await atStripe(stripeOf(deps).createCustomer({ organizationId, ...contact }))
  return deps.db.write(inside, ({ query }) =>
    keepCustomer(query, {
      organization_id: organizationId,
      stripe_id: id,
      created_at: isoTime(deps.clock),
    }),
  )
}

/** Invoices are made out to the organisation and go to its first owner. */
async function contactOf({ identity }: EnsureDeps, context: Context, organizationId: string) {
  try {
    const { name, owner_ids: owners } = await identity.getOrganization(context, {
      organization_id: organizationId,
    })
    if (owners[0] === undefined) return undefined
    const { email } = await identity.getPerson(context, { user_id: owners[0] })
    return { name, email }
  } catch (error) {
    const isGone =
      isFailure(error, identityErrors.organization_not_found) ||
      isFailure(error, identityErrors.user_not_found)
    if (isGone) return undefined
    throw error
  }
}
