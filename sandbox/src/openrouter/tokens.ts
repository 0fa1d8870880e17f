import { createHash } from 'node:crypto'
import type { Endpoint } from './catalogue.ts'
import { textOf, type ChatMessage } from './request.ts'

export interface Usage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
  /** US dollars. */
  readonly cost: number
  readonly is_byok: false
  readonly prompt_tokens_details: { readonly cached_tokens: number; readonly audio_tokens: 0 }
  readonly cost_details: { readonly upstream_inference_cost: number }
  readonly completion_tokens_details: { readonly reasoning_tokens: 0 }
}

/** Splits an answer into pieces of four characters, which is close to what a tokenizer gives. */
export function splitTokens(content: string): string[] {
  return content.match(/[\s\S]{1,4}/gu) ?? []
}

/** About four letters a token, as words have it; a sign that no word is made of takes a token for each of its bytes. */
function countTokens(message: ChatMessage): number {
  const text = textOf(message)
  const signs = text.replaceAll(/[\p{L}\p{N}\s]/gu, '')
  return Math.ceil((text.length - signs.length) / 4) + Buffer.byteLength(signs) + 4
}

export function hashMessages(messages: readonly ChatMessage[]): string {
  return createHash('sha256').update(JSON.stringify(messages)).digest('hex')
}

/** Remembers the prompts each endpoint has seen, so that a stable prefix is read from its cache. */
export interface PromptCache {
  /** Tokens of the prompt, and how many of them were cached. */
  read(endpoint: Endpoint, messages: readonly ChatMessage[]): { prompt: number; cached: number }
  clear(): void
}

const remembered = 5000

export function createPromptCache(): PromptCache {
  const seen = new Set<string>()
  return {
    read(endpoint, messages) {
      let prompt = 0
      let cached = 0
      for (const [index, message] of messages.entries()) {
        prompt += countTokens(message)
        const key = `${endpoint.slug}:${hashMessages(messages.slice(0, index + 1))}`
        if (seen.has(key)) cached = prompt
        seen.add(key)
      }
      for (const key of seen) {
        if (seen.size <= remembered) break
        seen.delete(key)
      }
      const whole = Math.floor(cached / endpoint.cacheBlock) * endpoint.cacheBlock
      return { prompt, cached: whole < endpoint.cacheFrom ? 0 : whole }
    },
    clear: () => seen.clear(),
  }
}

export function priceUsage(
  { price }: Endpoint,
  tokens: { prompt: number; cached: number; completion: number },
): Usage {
  const { prompt, cached, completion } = tokens
  const dollars = (prompt - cached) * price.input + cached * price.cacheRead + completion * price.output
  const cost = Number((dollars / 1_000_000).toFixed(10))
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    cost,
    is_byok: false,
    prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
    cost_details: { upstream_inference_cost: cost },
    completion_tokens_details: { reasoning_tokens: 0 },
  }
}
