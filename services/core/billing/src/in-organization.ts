import { actingFor, type Context } from '@triptych/kernel'

/** The same call on the billing of one organisation, whoever asked. */
export const forOrganization = (context: Context, organizationId: string): Context => ({
  ...actingFor(context),
  tenant: { organizationId, role: 'owner' },
})
