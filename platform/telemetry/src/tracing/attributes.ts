import type { Attributes, AttributeValue } from '@opentelemetry/api'
import { logFields } from '../logging/fields.ts'
import { hasShape } from '../shapes.ts'
import type { Shape } from '../shapes.ts'

/** Attributes that the semantic conventions name and that cannot hold text, beside the fields of log lines. */
const conventional = {
  'triptych.provider': 'name',
  'triptych.attempt': 'number',
  'triptych.job.id': 'id',
  'http.request.method': 'method',
  'http.response.status_code': 'number',
  'http.request.resend_count': 'number',
  'http.route': 'route',
  'url.scheme': 'code',
  'server.address': 'name',
  'server.port': 'number',
  'network.protocol.version': 'id',
  'error.type': 'token',
  'exception.type': 'name',
  'exception.escaped': 'boolean',
  'db.system.name': 'code',
  'db.operation.name': 'name',
  'db.response.status_code': 'token',
  'messaging.system': 'code',
  'messaging.operation.type': 'code',
  'messaging.destination.name': 'name',
  'messaging.consumer.group.name': 'name',
  'messaging.message.id': 'id',
  'gen_ai.operation.name': 'code',
  'gen_ai.provider.name': 'name',
  'gen_ai.request.model': 'name',
  'gen_ai.response.model': 'name',
  'gen_ai.usage.input_tokens': 'number',
  'gen_ai.usage.output_tokens': 'number',
} as const satisfies Record<string, Shape>

const attributeShapes: Readonly<Record<string, Shape>> = { ...logFields, ...conventional }

/** The attributes a span may carry. Others are removed before a span leaves the process. */
export type SpanAttributes = {
  readonly [Name in keyof typeof conventional | keyof typeof logFields]?: string | number | boolean
}

/** The attributes that are declared and have their shape. */
export function admitAttributes(attributes: Attributes | undefined): Attributes {
  const admitted: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!Object.hasOwn(attributeShapes, name)) continue
    const shape = attributeShapes[name]
    if (shape !== undefined && value !== undefined && hasShape(shape, value)) admitted[name] = value
  }
  return admitted
}

/**
 * One word or two, the first or the second a verb: `turn.generate`, `postgresql SELECT`, `GET stripe`,
 * `POST /api/v1/turns`, `handle turn.saved`.
 */
const spanNames = [
  /^[a-z][\w./:-]{0,80}$/,
  /^[a-z][a-z0-9_]{0,30} [A-Z_]{1,30}$/,
  /^[A-Z]{3,7} [\w./:{}*-]{1,120}$/,
  /^(?:handle|publish|process|send|receive|job) [a-z][\w./:-]{0,80}$/,
]

export const admitName = (name: string): string =>
  spanNames.some((pattern) => pattern.test(name)) ? name : 'unnamed'
