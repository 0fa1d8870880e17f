import { billingContract } from '@triptych/billing/contract'
import { identityContract } from '@triptych/identity/contract'
import { createRestClient } from '@triptych/kernel'
import type { RestOptions } from '@triptych/kernel'
import { mirrorContract } from '@triptych/mirror/contract'
import { safetyContract } from '@triptych/safety/contract'
import { turnContract } from '@triptych/turn/contract'
import { receiptContract } from './operations.ts'

/** Every call the app makes, by service. */
export function createApi(options: RestOptions) {
  return {
    identity: createRestClient(identityContract, options),
    mirror: createRestClient(mirrorContract, options),
    turn: createRestClient(turnContract, options),
    billing: createRestClient(billingContract, options),
    receipt: createRestClient(receiptContract, options),
    safety: createRestClient(safetyContract, options),
  }
}

export type Api = ReturnType<typeof createApi>
