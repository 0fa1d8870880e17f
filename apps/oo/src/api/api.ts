import { identityContract } from '@triptych/identity/contract'
import { integrationsContract } from '@triptych/integrations/contract'
import {
  createLocks,
  createRefreshingFetch,
  createRestClient,
  type OutputOf,
  toProblemError,
} from '@triptych/kernel'
import { notificationsContract } from '@triptych/notifications/contract'
import { privacyContract } from '@triptych/privacy/contract'
import { recommenderContract } from '@triptych/recommender/contract'

type Identity = (typeof identityContract)['operations']
type Recommender = (typeof recommenderContract)['operations']

export type Me = OutputOf<Identity['getMe']>
export type Tip = OutputOf<Recommender['recommend']>['tip']
export type TipRecord = OutputOf<Recommender['feedback']>['tip']
export type Connector = OutputOf<
  (typeof integrationsContract)['operations']['listConnectors']
>['items'][number]
export type Receipt = OutputOf<(typeof privacyContract)['operations']['getReceipt']>

export const locks = createLocks()

let whenSignedOut = (): void => undefined
export const onSignedOut = (listener: () => void): void => {
  whenSignedOut = listener
}

const fetchWithSession = createRefreshingFetch({
  fetch: (...call) => fetch(...call),
  locks,
  baseUrl: '',
  onSignedOut: () => whenSignedOut(),
})
const options = { baseUrl: '', fetch: fetchWithSession }

/** Every call the app makes, by service. */
export const api = {
  identity: createRestClient(identityContract, options),
  integrations: createRestClient(integrationsContract, options),
  recommender: createRestClient(recommenderContract, options),
  notifications: createRestClient(notificationsContract, options),
  privacy: createRestClient(privacyContract, options),
}

export type Feedback = Parameters<typeof api.recommender.feedback>[0]

/** Everything held about the person, as one archive. */
export async function getExport(): Promise<Blob> {
  const answer = await fetchWithSession('/api/v1/me/export', { credentials: 'same-origin' })
  if (!answer.ok) throw await toProblemError(answer)
  return answer.blob()
}
