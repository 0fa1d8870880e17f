import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { createCallLog } from './calls.ts'
import { createOpenRouterFaults } from './faults.ts'
import { createPace } from './pace.ts'
import { mountOpenRouter } from './routes.ts'
import { createPromptCache } from './tokens.ts'

export const openrouter = defineProvider({
  title: 'OpenRouter',
  summary: 'Chat completions as JSON and as a stream, with routing, strict schemas, usage and cost.',
  settings: z.object({
    latency: z.enum(['realistic', 'none']).default('realistic'),
    /** The one key that is taken; any key when absent. */
    apiKey: z.string().min(1).optional(),
  }),
  environment: { SANDBOX_OPENROUTER_LATENCY: 'latency', SANDBOX_OPENROUTER_API_KEY: 'apiKey' },
  async create({ clock, seed }, { latency, apiKey }) {
    const faults = createOpenRouterFaults(clock)
    const pace = createPace(latency, seed)
    const cache = createPromptCache()
    const calls = createCallLog()
    let counter = 0
    const nextId = (): string => {
      counter += 1
      return `gen-${Math.floor(clock.now().getTime() / 1000)}-sandbox${String(counter).padStart(8, '0')}`
    }
    return {
      faults,
      links: [
        { label: 'Models', href: '/openrouter/api/v1/models' },
        { label: 'Calls', href: '/openrouter/calls' },
      ],
      routes: (app) => mountOpenRouter(app, { clock, faults, pace, cache, calls, apiKey, nextId }),
      facts: () => [
        { label: 'Calls', value: String(calls.size) },
        { label: 'Latency', value: pace.mode },
      ],
      reset() {
        calls.clear()
        cache.clear()
        pace.reset()
      },
    }
  },
})
