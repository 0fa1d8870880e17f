import type { Credential } from '../connector.ts'
import type { TodoistApi } from './api.ts'
import type { TodoistClient } from './oauth.ts'

const isDone = (status: number): boolean => status >= 200 && status < 300

/**
 * RFC 7009; a token that Todoist does not know any more is as good as revoked. The form from before it carries the
 * client's secret and the token in the address, where proxies and logs see them: it is sent only to a Todoist that
 * says it has nothing else.
 */
export async function revokeToken(
  api: TodoistApi,
  { clientId, clientSecret }: TodoistClient,
  { accessToken }: Credential,
  signal: AbortSignal,
): Promise<boolean> {
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
  const { status } = await api.send({
    path: '/api/v1/revoke',
    form: { token: accessToken, token_type_hint: 'access_token' },
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
    idempotent: true,
    signal,
  })
  if (status !== 404 && status !== 410) return isDone(status)
  const older = await api.send({
    method: 'DELETE',
    path: '/api/v1/access_tokens',
    form: { client_id: clientId, client_secret: clientSecret, access_token: accessToken },
    idempotent: true,
    signal,
  })
  return isDone(older.status)
}
