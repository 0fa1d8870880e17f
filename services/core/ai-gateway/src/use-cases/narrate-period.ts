import { failure, type HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from '../generation/generation.ts'
import { offlineAnswer } from '../generation/offline-answer.ts'
import { isSafeText } from '../ports/output-check.ts'
import { purposes } from '../purposes/catalogue.ts'

export const narratePeriod =
  ({
    generation,
    clock,
  }: Pick<Deps, 'generation' | 'clock'>): HandlerOf<typeof aiGatewayContract, 'narratePeriod'> =>
  async (context, input) => {
    const purpose = purposes.narratePeriod
    const isEnough = purpose.offline(input).enough
    // Too little to speak of is said by us, and costs nothing.
    const generated = isEnough
      ? await answerOf(generation, purpose, { context, input })
      : offlineAnswer(purpose, { context, input, startedAt: clock.now(), clock, isSafe: isSafeText })
    if (generated === undefined) throw failure(errors.interrupted)
    const { answer, served } = generated
    return { narrative: answer.narrative, enough: answer.enough, served }
  }
