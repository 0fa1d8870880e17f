import { composeAnswer } from './answer/compose.ts'
import { catalogue } from './catalogue.ts'
import type { AnswerFault } from './faults.ts'
import type { ChatRequest } from './request.ts'
import type { Candidate } from './routing.ts'
import { priceUsage, splitTokens, type PromptCache, type Usage } from './tokens.ts'

/** A complete answer before it is sent. */
export interface Answer {
  readonly id: string
  /** The model and the provider that served. */
  readonly model: string
  readonly provider: string
  readonly created: number
  readonly tokens: readonly string[]
  readonly finish: 'stop' | 'length'
  readonly usage: Usage
}

export interface AnswerParts {
  readonly request: ChatRequest
  readonly candidate: Candidate
  readonly fault: AnswerFault | undefined
  readonly cache: PromptCache
  readonly id: string
  readonly created: number
}

export function createAnswer({ request, candidate, fault, cache, id, created }: AnswerParts): Answer {
  const { model, endpoint } = candidate
  const written = splitTokens(
    spoil(composeAnswer(request, endpoint.parameters.has('response_format')), fault),
  )
  const limit = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY
  const allowed = fault === 'truncated' ? Math.min(limit, Math.ceil(written.length / 2)) : limit
  const tokens = written.slice(0, allowed)
  const { prompt, cached } = cache.read(endpoint, request.messages)
  return {
    id,
    model: fault === 'wrong_model' ? anotherThan(model.id) : model.id,
    provider: endpoint.name,
    created,
    tokens,
    finish: tokens.length < written.length ? 'length' : 'stop',
    usage: priceUsage(endpoint, { prompt, cached, completion: tokens.length }),
  }
}

function spoil(content: string, fault: AnswerFault | undefined): string {
  switch (fault) {
    case 'empty_content':
      return ''
    case 'invalid_json':
      return `Here is what you asked for:\n${content.slice(0, Math.ceil(content.length * 0.7))}`
    case 'schema_violation':
      return JSON.stringify({ unexpected_answer: 42 })
    default:
      return content
  }
}

function anotherThan(id: string): string {
  return catalogue.find((model) => model.id !== id)?.id ?? id
}
