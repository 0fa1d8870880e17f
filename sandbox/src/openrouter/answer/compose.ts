import { personText } from './person-text.ts'
import { speaksOfRisk } from './findings.ts'
import { fill } from './fill.ts'
import type { Schema } from './place.ts'
import { viewsOf } from './views.ts'
import type { ChatRequest } from '../request.ts'

/**
 * The answer to a request: JSON that satisfies its schema, or prose. The same request has the same
 * answer. `obeysFormat` is false when the endpoint dropped the response format silently.
 */
export function composeAnswer(request: ChatRequest, obeysFormat: boolean): string {
  const text = personText(request.messages)
  const views = viewsOf(text)
  const format = obeysFormat ? request.response_format : undefined
  if (format?.type === 'json_schema') {
    const root = format.json_schema.schema as Schema
    return JSON.stringify(
      fill(root, { root, name: format.json_schema.name, text, views, risk: speaksOfRisk(text) }),
    )
  }
  if (format?.type === 'json_object')
    return JSON.stringify({ reflection: views.reflection, micro_action: views.action })
  return `${views.reflection} ${views.lens('distance')}`
}
