import type { identityContract } from '@triptych/identity/contract'
import type { Client, Context } from '@triptych/kernel'

/** Where people live, as far as their clocks tell. */
export interface TimeZones {
  of(context: Context, userId: string): Promise<string>
}

export const createTimeZones = (identity: Client<typeof identityContract>): TimeZones => ({
  of: async (context, userId) => (await identity.getPerson(context, { user_id: userId })).time_zone,
})
