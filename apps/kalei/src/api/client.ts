import { aiGatewayContract } from '@triptych/ai-gateway/contract'
import { billingContract } from '@triptych/billing/contract'
import { identityContract } from '@triptych/identity/contract'
import { createRestClient } from '@triptych/kernel'
import type { RestOptions } from '@triptych/kernel'
import { mirrorContract } from '@triptych/mirror/contract'
import { privacyContract } from '@triptych/privacy/contract'
import { safetyContract } from '@triptych/safety/contract'
import { turnContract } from '@triptych/turn/contract'

/** Every call the app makes, by service. */
export function createApi(options: RestOptions) {
  return {
    identity: createRestClient(identityContract, options),
    mirror: createRestClient(mirrorContract, options),
    turn: createRestClient(turnContract, options),
    models: createRestClient(aiGatewayContract, options),
    billing: createRestClient(billingContract, options),
    privacy: createRestClient(privacyContract, options),
    safety: createRestClient(safetyContract, options),
  }
}

export type Api = ReturnType<typeof createApi>
