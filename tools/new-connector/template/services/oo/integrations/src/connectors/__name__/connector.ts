import { type ConfigOf, defineConfig } from '@triptych/config'
import { z } from 'zod'
import { type ConnectorGround, defineConnector, type OAuthConnector } from '../connector.ts'
import { createApi } from './api.ts'
import { authorizeAddress, exchangeCode, type OAuthClient, refreshAccess, revokeAccess } from './oauth.ts'
import { readChanges, sendCommand } from './tasks.ts'

const __camel__Config = defineConfig({
  __CONSTANT___CLIENT_ID: z.string().optional().describe('__Title__’s client id; the sandbox without'),
  __CONSTANT___CLIENT_SECRET: z.string().optional().describe('__Title__’s client secret'),
  __CONSTANT___URL: z.url().default('https://__name__.example').describe('Where __Title__ listens'),
})
type Config = ConfigOf<typeof __camel__Config>

/** __Title__, by OAuth 2.0 and a list of changes. */
export const __camel__ = defineConnector({ config: __camel__Config, create: create__Name__ })

/** __Title__ itself with its client's id and secret, the sandbox's without. */
function clientOf(config: Config, sandboxUrl: string | undefined): OAuthClient & { isConfigured: boolean } {
  const { __CONSTANT___CLIENT_ID: id, __CONSTANT___CLIENT_SECRET: secret, __CONSTANT___URL: url } = config
  if (id !== undefined && secret !== undefined) return { id, secret, url, isConfigured: true }
  return {
    id: 'triptych-sandbox',
    secret: 'sandbox-__name__-client',
    url: sandboxUrl === undefined ? url : `${sandboxUrl}/__name__`,
    isConfigured: sandboxUrl !== undefined,
  }
}

function create__Name__(config: Config, ground: ConnectorGround): OAuthConnector {
  const { isConfigured, ...client } = clientOf(config, ground.sandboxUrl)
  const api = createApi(client.url, ground)
  const oauth = { api, client, clock: ground.clock }
  const scopes = ['tasks']
  return {
    kind: 'oauth',
    provider: '__name__',
    name: '__Title__',
    description: 'Your open tasks become tips, and what you do here is done there.',
    scopes,
    reads: [{ what: 'Your open tasks: words and dates', why: 'To choose one that fits the moment.' }],
    writes: [{ what: 'Marks a task done, or open again', why: 'Only when you say so, here.' }],
    retentionChoices: [30, 7, 90],
    isConfigured,
    beginOAuth: (request) => authorizeAddress(client, { ...request, scopes }),
    finishOAuth: (request, signal) => exchangeCode(oauth, request, signal),
    refresh: (credential, signal) => refreshAccess(oauth, credential, signal),
    fetchSignals: ({ accessToken }, cursor, signal) => readChanges({ api, accessToken, signal }, cursor),
    act: ({ accessToken }, action, signal) => sendCommand({ api, accessToken, signal }, action),
    revoke: (credential, signal) => revokeAccess(oauth, credential, signal),
    close: () => api.close(),
  }
}
