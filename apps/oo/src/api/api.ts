import { identityContract } from '@triptych/identity/contract'
import { integrationsContract } from '@triptych/integrations/contract'
import {
  createLocks,
  createRefreshingFetch,
  createRestClient,
  type OutputOf,
  ProblemError,
  type Problem,
} from '@triptych/kernel'
import { notificationsContract } from '@triptych/notifications/contract'
import type { privacyContract } from '@triptych/privacy/contract'
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
}

export type Feedback = Parameters<typeof api.recommender.feedback>[0]

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetchWithSession(`/api/v1${path}`, { credentials: 'same-origin', headers })
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => undefined)) as Problem | undefined
  throw new ProblemError(answer.status, problem, undefined)
}

/** For whoever holds the receipt's own token, as there is no account any more. */
export const getReceipt = async (id: string, token: string): Promise<Receipt> =>
  (await (await get(`/privacy/receipts/${id}`, { authorization: `Bearer ${token}` })).json()) as Receipt

/** Everything held about the person, as one archive. */
export const getExport = async (): Promise<Blob> => (await get('/me/export')).blob()
