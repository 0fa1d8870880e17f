import {
  type ErrorDefinition,
  failure,
  type Operation,
  possibleErrors,
  requestErrors,
} from '@triptych/kernel'
import { toProblem } from '../problem.ts'
import { statusOf } from '../status.ts'
import { exampleOf } from './example.ts'
import { type Json, schemaOf } from './json-schema.ts'

type Group = readonly [status: string, definitions: readonly ErrorDefinition[]]

/** One response a status, naming every code that may come with it. */
export const failureRefs = (operation: Operation): Json =>
  Object.fromEntries(
    groupsOf(operation).map(([status, definitions]) => [
      status,
      { $ref: `#/components/responses/${nameOf(definitions)}` },
    ]),
  )

/** What the references of these operations lead to. */
export function failureComponents(operations: readonly Operation[]): { responses: Json; examples: Json } {
  const groups = operations.flatMap(groupsOf)
  const definitions = groups.flatMap(([, group]) => group)
  return {
    responses: sorted(groups.map(([, group]) => [nameOf(group), responseOf(group)])),
    examples: sorted(definitions.map((definition) => [definition.code, problemExample(definition)])),
  }
}

const groupsOf = (operation: Operation): Group[] => [
  ...Map.groupBy(possibleErrors(operation), ({ kind }) => String(statusOf[kind])),
]

const nameOf = (definitions: readonly ErrorDefinition[]): string =>
  definitions.map(({ code }) => code).join('-')

const sorted = (entries: readonly (readonly [string, Json])[]): Json =>
  Object.fromEntries([...entries].sort(([a], [b]) => a.localeCompare(b)))

const responseOf = (definitions: readonly ErrorDefinition[]): Json => ({
  description: definitions.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(
        definitions.map(({ code }) => [code, { $ref: `#/components/examples/${code}` }]),
      ),
    },
  },
})

const moduleOf = ({ code }: ErrorDefinition): string => code.split('.')[0] ?? ''

const requestId = '0195563e-8f20-7c1a-9d3e-5b7f0a2c4e68'
const issues = [{ path: 'locale', message: 'Use a language tag such as de or en-GB.' }]

function problemExample(definition: ErrorDefinition): Json {
  const { data, title } = definition
  const members =
    data && exampleOf(schemaOf(data, 'output'), { name: moduleOf(definition), owner: '', isFull: true })
  const error = failure(definition, {
    ...(definition === requestErrors.invalid ? { detail: `locale: ${issues[0]?.message}`, issues } : {}),
    ...(members === undefined ? {} : { data: members as Json }),
  })
  return { summary: title, value: toProblem(error, requestId) }
}

export const problemSchema: Json = {
  type: 'object',
  description: 'Problem details (RFC 9457). Members declared by the error stand beside these.',
  required: ['type', 'title', 'status', 'detail', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable; see the list of errors.' },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
