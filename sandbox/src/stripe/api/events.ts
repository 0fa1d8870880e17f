import { z } from 'zod'
import type { WebhookEndpoint } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { isLoopbackUrl } from '../../kit/loopback.ts'
import { invalid } from './errors.ts'
import {
  boolean,
  del,
  get,
  mergeMetadata,
  metadata,
  must,
  page,
  post,
  read,
  type Call,
  type Route,
} from './route.ts'

const endpointShape = {
  url: z.url(),
  enabled_events: z.array(z.string()).min(1),
  api_version: z.string().optional(),
  metadata: metadata.optional(),
}

export function eventRoutes(parts: StripeParts): Route[] {
  const { store } = parts
  const endpointOf = ({ params }: Call): WebhookEndpoint =>
    must(store.endpoints, 'webhook endpoint', params['id'])
  return [
    get('/v1/events', (call) => {
      const { type, types } = read(
        { type: z.string().optional(), types: z.array(z.string()).max(20).optional() },
        call,
      )
      const items = store.events
        .list()
        .filter(
          (event) =>
            (type === undefined || matches(event.type, type)) &&
            (types === undefined || types.some((one) => matches(event.type, one))),
        )
      return page(call, items, '/v1/events')
    }),
    get('/v1/events/:id', ({ params }) => must(store.events, 'event', params['id'])),
    get('/v1/webhook_endpoints', (call) => page(call, store.endpoints.list(), '/v1/webhook_endpoints')),
    get('/v1/webhook_endpoints/:id', endpointOf),
    post('/v1/webhook_endpoints', (call) => {
      const given = read(endpointShape, call)
      const secret = newId('whsec_')
      const endpoint = store.endpoints.add<WebhookEndpoint>({
        id: newId('we_'),
        object: 'webhook_endpoint',
        created: nowOf(parts),
        livemode: false,
        api_version: given.api_version ?? null,
        enabled_events: given.enabled_events,
        status: 'enabled',
        url: ofThisMachine(given.url),
        metadata: given.metadata ?? {},
      })
      parts.webhooks.setSecrets(endpoint.id, [secret])
      return { ...endpoint, secret }
    }),
    post('/v1/webhook_endpoints/:id', (call) => {
      const endpoint = endpointOf(call)
      const given = read({ ...z.object(endpointShape).partial().shape, disabled: boolean.optional() }, call)
      endpoint.url = given.url === undefined ? endpoint.url : ofThisMachine(given.url)
      endpoint.enabled_events = given.enabled_events ?? endpoint.enabled_events
      if (given.disabled !== undefined) endpoint.status = given.disabled ? 'disabled' : 'enabled'
      endpoint.metadata = mergeMetadata(endpoint.metadata, given.metadata)
      return endpoint
    }),
    del('/v1/webhook_endpoints/:id', (call) => {
      const { id } = endpointOf(call)
      store.endpoints.remove(id)
      return { id, object: 'webhook_endpoint', deleted: true }
    }),
  ]
}

/** `invoice.*` stands for every event that begins so. */
function matches(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}

function ofThisMachine(url: string): string {
  if (!isLoopbackUrl(url)) throw invalid('The sandbox sends to this machine only.', 'url', 'url_invalid')
  return url
}
