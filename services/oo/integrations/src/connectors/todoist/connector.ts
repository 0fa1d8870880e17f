import { type ConfigOf, defineConfig } from '@triptych/config'
import { z } from 'zod'
import { type ConnectorGround, defineConnector, type OAuthConnector } from '../connector.ts'
import { createTodoistApi } from './api.ts'
import { exchangeCode, refreshPair, type TodoistClient } from './oauth.ts'
import { revokeToken } from './revoke.ts'
import { readChanges, sendCommand } from './sync.ts'
import { readHint } from './webhook.ts'

const todoistConfig = defineConfig({
  TODOIST_CLIENT_ID: z.string().optional().describe('Todoist’s client id; the sandbox without'),
  TODOIST_CLIENT_SECRET: z.string().optional().describe('Todoist’s client secret'),
  TODOIST_AUTHORIZE_URL: z
    .url()
    .default('https://app.todoist.com/oauth/authorize')
    .describe('Where Todoist asks the person'),
  TODOIST_API_URL: z.url().default('https://api.todoist.com').describe('Where Todoist’s API listens'),
})
type Config = ConfigOf<typeof todoistConfig>

interface Setup {
  readonly client: TodoistClient
  readonly authorizeUrl: string
  readonly apiUrl: string
}

const sandboxClient = { clientId: 'triptych-sandbox', clientSecret: 'sandbox-todoist-client' }

/** Todoist itself with its client's id and secret, the sandbox's without, or nothing. */
function setupOf(config: Config, sandboxUrl: string | undefined): Setup | undefined {
  const { TODOIST_CLIENT_ID: clientId, TODOIST_CLIENT_SECRET: clientSecret } = config
  if (clientId !== undefined && clientSecret !== undefined) {
    const urls = { authorizeUrl: config.TODOIST_AUTHORIZE_URL, apiUrl: config.TODOIST_API_URL }
    return { client: { clientId, clientSecret }, ...urls }
  }
  if (sandboxUrl === undefined) return undefined
  return {
    client: sandboxClient,
    authorizeUrl: `${sandboxUrl}/todoist/oauth/authorize`,
    apiUrl: `${sandboxUrl}/todoist`,
  }
}

/** Todoist’s unified API v1. */
export const todoist = defineConnector({ config: todoistConfig, create: createTodoist })

function createTodoist(config: Config, ground: ConnectorGround): OAuthConnector {
  const setup = setupOf(config, ground.sandboxUrl)
  const { client, authorizeUrl, apiUrl } = setup ?? {
    client: sandboxClient,
    authorizeUrl: '',
    apiUrl: 'http://127.0.0.1',
  }
  const api = createTodoistApi(apiUrl, ground)
  // Where revoking fails for hours, reading goes on; its jobs pace themselves, so no circuit stands in their way.
  const patient = { failures: 1_000, halfOpenAfterMs: 1_000 }
  const revocations = createTodoistApi(apiUrl, ground, patient)
  const oauth = { api, client, clock: ground.clock }
  const scope = 'data:read_write'
  return {
    kind: 'oauth',
    provider: 'todoist',
    name: 'Todoist',
    description: 'Your open tasks become tips, and what you do here is done there.',
    scopes: [scope],
    reads: [
      { what: 'Your open tasks: words, dates, priorities', why: 'To choose one that fits the moment.' },
      { what: 'The names of your projects', why: 'So that you know where a task belongs.' },
    ],
    writes: [{ what: 'Marks a task done, or open again', why: 'Only when you say so, here.' }],
    retentionChoices: [30, 7, 90],
    isConfigured: setup !== undefined,
    beginOAuth({ state, redirectUri }) {
      const query = {
        client_id: client.clientId,
        scope,
        state,
        redirect_uri: redirectUri,
        response_type: 'code',
      }
      return `${authorizeUrl}?${new URLSearchParams(query).toString()}`
    },
    finishOAuth: (request, signal) => exchangeCode(oauth, request, signal),
    async refresh({ refreshToken }, signal) {
      return refreshToken === null ? { kind: 'refused' } : refreshPair(oauth, refreshToken, signal)
    },
    fetchSignals: ({ accessToken }, cursor, signal) => readChanges({ api, accessToken, signal }, cursor),
    act: ({ accessToken }, action, signal) => sendCommand({ api, accessToken, signal }, action),
    revoke: (credential, signal) => revokeToken(revocations, client, credential, signal),
    readWebhook: (delivery) => readHint(client.clientSecret, delivery),
    async close() {
      await Promise.all([api.close(), revocations.close()])
    },
  }
}
