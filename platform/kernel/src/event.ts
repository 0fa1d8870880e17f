import type { DescMessage, MessageShape } from '@bufbuild/protobuf'

/** A fact that a module announces: past tense, versioned subject, protobuf body, ids and references only. */
export interface EventDefinition<Desc extends DescMessage = DescMessage> {
  /** `module.thing.happened.v1` */
  readonly subject: string
  readonly schema: Desc
}

export const defineEvent = <Desc extends DescMessage>(
  subject: string,
  schema: Desc,
): EventDefinition<Desc> => ({
  subject,
  schema,
})

export type EventBody<E extends EventDefinition> = MessageShape<E['schema']>

/** What a consumer learns beside the body. */
export interface EventMeta {
  readonly id: string
  readonly subject: string
  readonly occurredAt: string
}
