import { z } from 'zod'

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() })

const messageSchema = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(partSchema), z.null()]).optional(),
})

const providerSchema = z.looseObject({
  order: z.array(z.string()).optional(),
  only: z.array(z.string()).optional(),
  ignore: z.array(z.string()).optional(),
  allow_fallbacks: z.boolean().default(true),
  require_parameters: z.boolean().default(false),
  data_collection: z.enum(['allow', 'deny']).default('allow'),
  zdr: z.boolean().default(false),
  max_price: z
    .object({ prompt: z.coerce.number().optional(), completion: z.coerce.number().optional() })
    .optional(),
})

export const requestSchema = z.looseObject({
  model: z.string().optional(),
  models: z.array(z.string()).max(10).default([]),
  messages: z.array(messageSchema).min(1),
  stream: z.boolean().default(false),
  max_tokens: z.number().int().min(1).nullish(),
  max_completion_tokens: z.number().int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  provider: providerSchema.default({
    allow_fallbacks: true,
    require_parameters: false,
    data_collection: 'allow',
    zdr: false,
  }),
  response_format: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('text') }),
      z.object({ type: z.literal('json_object') }),
      z.object({
        type: z.literal('json_schema'),
        json_schema: z.object({
          name: z.string().regex(/^[\w-]{1,64}$/),
          strict: z.boolean().nullish(),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
    ])
    .optional(),
})

export type ChatRequest = z.infer<typeof requestSchema>
export type ChatMessage = ChatRequest['messages'][number]
export type Preferences = ChatRequest['provider']

/** The plain text of a message, whatever form its content has. */
export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content
  if (typeof content === 'string') return content
  return (content ?? []).map((part) => part.text ?? '').join('')
}

const optionalParameters = [
  'temperature',
  'top_p',
  'stop',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'max_tokens',
  'tools',
  'tool_choice',
  'response_format',
]

/** The parameters an endpoint must know for `require_parameters`. */
export function parametersOf(request: ChatRequest): string[] {
  const set = optionalParameters.filter((name) => request[name] !== undefined && request[name] !== null)
  return request.response_format?.type === 'json_schema' ? [...set, 'structured_outputs'] : set
}
