import { defineEvent } from '@triptych/kernel'
import { TipReactedSchema, TipRecommendedSchema, TipShownSchema } from './gen/recommender/v1/events_pb.ts'

/** A tip was chosen; nobody has seen it yet. */
export const tipRecommended = defineEvent('recommender.tip.recommended.v1', TipRecommendedSchema)

/** A tip was seen: only this is an impression. */
export const tipShown = defineEvent('recommender.tip.shown.v1', TipShownSchema)

/** A person answered a tip, or its time ran out. */
export const tipReacted = defineEvent('recommender.tip.reacted.v1', TipReactedSchema)
