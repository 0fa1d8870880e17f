import { findModel, type Endpoint, type Model } from './catalogue.ts'
import { OpenRouterError } from './errors.ts'
import { parametersOf, type ChatRequest, type Preferences } from './request.ts'

export interface Candidate {
  readonly model: Model
  readonly endpoint: Endpoint
}

/**
 * The endpoints to try, best first: `model`, then `models`, each narrowed by the provider preferences.
 * @throws {OpenRouterError} 400 for a model that does not exist, 404 when the preferences leave nobody.
 */
export function findCandidates(request: ChatRequest): Candidate[] {
  const ids = [...new Set([...(request.model === undefined ? [] : [request.model]), ...request.models])]
  if (ids.length === 0) throw new OpenRouterError(400, 'No models provided')
  const models = ids.map((id) => {
    const model = findModel(id)
    if (model === undefined) throw new OpenRouterError(400, `${id} is not a valid model ID`)
    return model
  })
  const candidates = models.flatMap((model) =>
    narrow(model, request).map((endpoint) => ({ model, endpoint })),
  )
  if (candidates.length === 0) throw nobodyLeft(models, request)
  return candidates
}

function narrow(model: Model, request: ChatRequest): Endpoint[] {
  const { provider } = request
  const eligible = model.endpoints.filter(
    (endpoint) => isAllowed(endpoint, provider) && isSuitable(endpoint, provider, request),
  )
  const { order } = provider
  if (order === undefined || order.length === 0) {
    return provider.allow_fallbacks ? eligible : eligible.slice(0, 1)
  }
  const ordered = order.flatMap((slug) => eligible.filter((endpoint) => isNamed(endpoint, slug)))
  return provider.allow_fallbacks ? [...new Set([...ordered, ...eligible])] : ordered
}

function isNamed({ slug, name }: Endpoint, wanted: string): boolean {
  const plain = wanted.toLowerCase().split('/')[0]
  return plain === slug || plain === name.toLowerCase()
}

function isAllowed(endpoint: Endpoint, { only, ignore }: Preferences): boolean {
  const isIn = (list: readonly string[]): boolean => list.some((wanted) => isNamed(endpoint, wanted))
  return (only === undefined || isIn(only)) && !isIn(ignore ?? [])
}

function isSuitable(endpoint: Endpoint, preferences: Preferences, request: ChatRequest): boolean {
  const { data_collection: collection, zdr, max_price: most, require_parameters: required } = preferences
  if (collection === 'deny' && endpoint.collectsData) return false
  if (zdr && !endpoint.zeroRetention) return false
  if (most?.prompt !== undefined && endpoint.price.input > most.prompt) return false
  if (most?.completion !== undefined && endpoint.price.output > most.completion) return false
  return !required || parametersOf(request).every((name) => endpoint.parameters.has(name))
}

function nobodyLeft(models: readonly Model[], { provider }: ChatRequest): OpenRouterError {
  const endpoints = models.flatMap((model) => model.endpoints)
  if (!endpoints.some((endpoint) => isAllowed(endpoint, provider))) {
    return new OpenRouterError(404, 'No allowed providers are available for the selected model.', {
      metadata: {
        available_providers: endpoints.map(({ slug }) => slug),
        requested_providers: provider.only ?? provider.order ?? [],
      },
    })
  }
  const isPolicy = provider.data_collection === 'deny' || provider.zdr
  return provider.require_parameters && !isPolicy
    ? new OpenRouterError(404, 'No endpoints found that can handle the requested parameters.')
    : new OpenRouterError(404, 'No endpoints found matching your data policy, price and parameters.')
}
