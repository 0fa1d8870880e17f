import { costOf, type NanoUsd, type Price, tokensAbout, toNano } from '../domain/money.ts'
import type { Prompt } from '../lanes/chat-request.ts'
import type { Lane } from '../lanes/lane.ts'
import type { Reception } from '../lanes/lane-client.ts'

export interface Spent {
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  readonly cost: NanoUsd
  readonly source: 'reported' | 'priced' | 'none'
}

/** What an attempt took: as the provider reported, else by the served model's price; nothing when nobody served. */
export function spentBy(
  reception: Reception,
  prompt: Prompt,
  lanes: { lane: Lane; all: readonly Lane[] },
): Spent {
  const { usage, servedModel, text } = reception
  if (usage === undefined && servedModel === undefined && text === '') {
    return { inputTokens: 0, cachedTokens: 0, outputTokens: 0, cost: 0, source: 'none' }
  }
  const written = prompt.messages.map(({ content }) => content).join('')
  const inputTokens = usage?.inputTokens ?? tokensAbout(written)
  const outputTokens = usage?.outputTokens ?? tokensAbout(text)
  const tokens = { inputTokens, cachedTokens: usage?.cachedTokens ?? 0, outputTokens }
  if (usage?.costUsd !== undefined) return { ...tokens, cost: toNano(usage.costUsd), source: 'reported' }
  const price = priceOf(servedModel, lanes)
  return { ...tokens, cost: costOf(price, { input: inputTokens, output: outputTokens }), source: 'priced' }
}

/** A model that no lane names is priced like the dearest one, so that a budget is never fooled by it. */
function priceOf(
  servedModel: string | undefined,
  { lane, all }: { lane: Lane; all: readonly Lane[] },
): Price {
  if (servedModel === undefined || servedModel.startsWith(lane.model)) return lane.price
  return all.find(({ model }) => servedModel.startsWith(model))?.price ?? dearest(all)
}

export const dearest = (lanes: readonly Lane[]): Price => ({
  input: Math.max(0, ...lanes.map(({ price }) => price.input)),
  output: Math.max(0, ...lanes.map(({ price }) => price.output)),
})
