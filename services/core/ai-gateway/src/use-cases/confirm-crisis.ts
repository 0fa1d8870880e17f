import type { HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from '../generation/generation.ts'
import { purposes } from '../purposes/catalogue.ts'

export const confirmCrisis =
  ({ generation }: Pick<Deps, 'generation'>): HandlerOf<typeof aiGatewayContract, 'confirmCrisis'> =>
  async (context, input) => {
    const { answer, served } = await answerOf(generation, purposes.confirmCrisis, { context, input })
    return { is_crisis: answer.is_crisis, served }
  }
