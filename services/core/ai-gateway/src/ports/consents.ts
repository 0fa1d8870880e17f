import type { Client, Context } from '@triptych/kernel'
import type { identityContract } from '@triptych/identity/contract'
import type { Lane } from '../lanes/lane.ts'

/** Whether a person agrees that a lane's provider reads what they wrote, in the region it names. */
export interface Consents {
  allows(context: Context, userId: string, lane: Lane): Promise<boolean>
}

/**
 * Asks identity at every call: what was withdrawn a second ago must not be sent now. An identity that does not answer
 * has not agreed to anything.
 */
export function createConsents(identity: Pick<Client<typeof identityContract>, 'hasConsent'>): Consents {
  return {
    async allows(context, userId, { consent }) {
      if (consent === null) return true
      try {
        const { granted } = await identity.hasConsent(context, {
          user_id: userId,
          purpose: 'model_processing',
          provider: consent.provider,
          region: consent.region,
        })
        return granted
      } catch {
        return false
      }
    },
  }
}
