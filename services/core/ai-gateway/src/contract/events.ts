import { defineEvent } from '@triptych/kernel'
import { BudgetThresholdReachedSchema } from './gen/ai_gateway/v1/events_pb.ts'

/** Spending reached a share of a budget; once for each threshold of a period. */
export const budgetThresholdReached = defineEvent(
  'ai-gateway.budget.threshold_reached.v1',
  BudgetThresholdReachedSchema,
)
