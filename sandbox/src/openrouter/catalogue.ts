/** US dollars per million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
  readonly cacheRead: number
}

/** One provider's offer of one model. */
export interface Endpoint {
  readonly slug: string
  readonly name: string
  readonly price: Price
  /** Whether the provider may keep what it is sent; `data_collection: "deny"` leaves it out. */
  readonly collectsData: boolean
  readonly zeroRetention: boolean
  readonly parameters: ReadonlySet<string>
  /** Schema keywords that this provider answers with a 400. */
  readonly refusedKeywords: readonly string[]
  /** Milliseconds to the first token: median and sigma of a log-normal distribution. */
  readonly firstToken: { readonly median: number; readonly sigma: number }
  readonly tokensPerSecond: number
  /** Prompts are cached in blocks of this many tokens, from this many on. */
  readonly cacheBlock: number
  readonly cacheFrom: number
}

export interface Model {
  readonly id: string
  readonly name: string
  readonly contextLength: number
  readonly endpoints: readonly Endpoint[]
}

const basics = ['max_tokens', 'temperature', 'top_p', 'stop', 'seed', 'frequency_penalty', 'presence_penalty']
const structured = new Set([...basics, 'response_format', 'structured_outputs', 'tools', 'tool_choice'])
const plain = new Set([...basics, 'tools', 'tool_choice'])
const unusual = [
  'not',
  'if',
  'then',
  'else',
  'patternProperties',
  'dependentSchemas',
  'unevaluatedProperties',
]
const limits = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'maxItems',
]

const deepseekPrice: Price = { input: 0.26, output: 0.38, cacheRead: 0.13 }
const haikuPrice: Price = { input: 1, output: 5, cacheRead: 0.1 }

const deepseekHost: Omit<Endpoint, 'slug' | 'name' | 'firstToken' | 'tokensPerSecond'> = {
  price: deepseekPrice,
  collectsData: false,
  zeroRetention: true,
  parameters: structured,
  refusedKeywords: unusual,
  cacheBlock: 64,
  cacheFrom: 64,
}

const haikuHost: Omit<Endpoint, 'slug' | 'name' | 'firstToken' | 'tokensPerSecond'> = {
  price: haikuPrice,
  collectsData: false,
  zeroRetention: true,
  parameters: structured,
  refusedKeywords: [...unusual, ...limits],
  cacheBlock: 1,
  cacheFrom: 4096,
}

/** The models on offer. In each list the provider that OpenRouter would prefer stands first. */
export const catalogue: readonly Model[] = [
  {
    id: 'deepseek/deepseek-v3.2',
    name: 'DeepSeek: DeepSeek V3.2',
    contextLength: 163_840,
    endpoints: [
      {
        ...deepseekHost,
        slug: 'deepinfra',
        name: 'DeepInfra',
        firstToken: { median: 600, sigma: 0.28 },
        tokensPerSecond: 180,
      },
      {
        ...deepseekHost,
        slug: 'fireworks',
        name: 'Fireworks',
        firstToken: { median: 520, sigma: 0.3 },
        tokensPerSecond: 210,
      },
      {
        ...deepseekHost,
        slug: 'deepseek',
        name: 'DeepSeek',
        collectsData: true,
        zeroRetention: false,
        firstToken: { median: 1300, sigma: 0.4 },
        tokensPerSecond: 60,
      },
      {
        ...deepseekHost,
        slug: 'novita',
        name: 'NovitaAI',
        parameters: plain,
        firstToken: { median: 900, sigma: 0.4 },
        tokensPerSecond: 90,
      },
    ],
  },
  {
    id: 'anthropic/claude-haiku-4.5',
    name: 'Anthropic: Claude Haiku 4.5',
    contextLength: 200_000,
    endpoints: [
      {
        ...haikuHost,
        slug: 'anthropic',
        name: 'Anthropic',
        firstToken: { median: 650, sigma: 0.25 },
        tokensPerSecond: 170,
      },
      {
        ...haikuHost,
        slug: 'amazon-bedrock',
        name: 'Amazon Bedrock',
        firstToken: { median: 800, sigma: 0.3 },
        tokensPerSecond: 150,
      },
      {
        ...haikuHost,
        slug: 'google-vertex',
        name: 'Google',
        firstToken: { median: 750, sigma: 0.3 },
        tokensPerSecond: 150,
      },
    ],
  },
  {
    id: 'openai/gpt-4.1-mini',
    name: 'OpenAI: GPT-4.1 Mini',
    contextLength: 1_047_576,
    endpoints: [
      {
        ...deepseekHost,
        slug: 'openai',
        name: 'OpenAI',
        price: { input: 0.4, output: 1.6, cacheRead: 0.1 },
        zeroRetention: false,
        firstToken: { median: 700, sigma: 0.3 },
        tokensPerSecond: 120,
        cacheBlock: 128,
        cacheFrom: 1024,
      },
    ],
  },
]

export function findModel(id: string): Model | undefined {
  return catalogue.find((model) => model.id === id)
}
