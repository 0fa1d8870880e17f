import type { Json } from './json-schema.ts'

const status = { type: 'string', enum: ['ok', 'degraded', 'down'] }
const parts = (extra: Json): Json => ({
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'status'],
    properties: { name: { type: 'string' }, ...extra, status, detail: { type: 'string' } },
  },
})

/** The server's own route: it answers also when no module can. */
export const healthOperation: Json = {
  operationId: 'health',
  summary: 'How the server, its modules and its components are',
  security: [],
  responses: {
    200: {
      description: 'Ready; `degraded` says that a part is not well.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['status', 'modules', 'components'],
            properties: { status, modules: parts({}), components: parts({ kind: { type: 'string' } }) },
          },
        },
      },
    },
    503: { description: 'Down: a part that nothing works without does not answer. Same shape.' },
  },
}
