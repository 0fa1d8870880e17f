import type { Finding } from './findings.ts'
import type { Lens, Views } from './views.ts'

export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly definitions?: Readonly<Record<string, Schema>>
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
}

/** Where in the answer we are, and what it is about. */
export interface Place {
  readonly root: Schema
  /** The property being filled. */
  readonly name: string
  /** The property around it. */
  readonly parent?: string
  readonly text: string
  readonly views: Views
  readonly risk: boolean
  /** Set inside an array of fragments, resp. of reframes. */
  readonly finding?: Finding
  readonly lens?: Lens
}
