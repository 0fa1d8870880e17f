import { openApiOf } from '@triptych/http'
import { type Operation, possibleErrors, spellingsOf, urlOf } from '@triptych/kernel'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contracts } from '../src/modules.ts'

interface Content {
  readonly example?: unknown
}
interface Described {
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly example?: unknown }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<Record<string, { $ref?: string; content?: Readonly<Record<string, Content>> }>>
}
interface Problems {
  readonly description: string
  readonly content: Readonly<Record<string, { examples: Readonly<Record<string, { $ref: string }>> }>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: {
    readonly responses: Readonly<Record<string, Problems>>
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>
  }
}

const document = openApiOf(contracts, { title: 'Triptych', version: '1' }) as unknown as Document

const routes = contracts.flatMap(({ name: module, operations }) =>
  Object.entries(operations).flatMap(([name, operation]) => {
    const { http, servedAt } = operation
    const bound = http === undefined ? [] : spellingsOf(http)
    return [...bound, ...(servedAt === undefined ? [] : [servedAt])].map((route) => ({
      title: `${route.method} ${route.path} (${module}.${name})`,
      operation,
      isServed: http === undefined,
      described: document.paths[urlOf(route)]?.[route.method.toLowerCase()] as Described,
    }))
  }),
)

const answerOf = ({ responses }: Described) => {
  const [, answer] = Object.entries(responses).find(([status]) => Number(status) < 300) ?? []
  return answer?.content
}

const parses = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

const codesOf = (described: Described): string[] =>
  Object.values(described.responses).flatMap(({ $ref }) => {
    const response = document.components.responses[$ref?.split('/').at(-1) ?? '']
    return Object.keys(response?.content['application/problem+json']?.examples ?? {})
  })

/** As the server sees it: a webhook and a route with a token of its own are open to anybody. */
const asServed = (operation: Operation, isServed: boolean): Operation =>
  isServed ? { ...operation, access: { who: 'anonymous' } } : operation

describe.each(routes)('$title', ({ operation, isServed, described }) => {
  it.skipIf(isServed)('shows a request that it would take', () => {
    const own = described.parameters.filter((parameter) => parameter.in !== 'header')
    const body = described.requestBody?.content['application/json']?.example ?? {}
    const input = {
      ...body,
      ...Object.fromEntries(own.map(({ name, example }) => [name, example])),
    }
    expect(described.parameters.filter(({ example }) => example === undefined)).toEqual([])
    expect(parses(operation.input, input)).toEqual([])
  })

  it('shows an answer that it could give', () => {
    const answer = answerOf(described)
    expect(parses(operation.output, answer?.['application/json']?.example)).toEqual([])
    if (operation.event !== undefined)
      expect(answer?.['text/event-stream']?.example).toMatch(/^event: \w+\ndata: \{/)
  })

  it('names every error that it can answer with', () => {
    const possible = possibleErrors(asServed(operation, isServed)).map(({ code }) => code)
    expect(codesOf(described).toSorted()).toEqual(possible.toSorted())
  })
})

it('shows of every error the problem that it is', () => {
  for (const [code, { value }] of Object.entries(document.components.examples))
    expect(value).toMatchObject({
      code,
      status: expect.any(Number) as number,
      detail: expect.any(String) as string,
    })
})

it('knows what may go wrong with who asks, and how often', () => {
  const problemsOf = (url: string, method: string) => codesOf(document.paths[url]?.[method] as Described)
  expect(problemsOf('/api/v1/me', 'delete')).toContain('identity.reauth_required')
  expect(problemsOf('/api/v1/turns', 'post')).toEqual(
    expect.arrayContaining([
      'request.in_progress',
      'request.idempotency_key_reused',
      'identity.scope_missing',
    ]),
  )
})
