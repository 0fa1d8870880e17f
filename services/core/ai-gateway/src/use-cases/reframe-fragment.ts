import type { HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from '../generation/generation.ts'
import { purposes } from '../purposes/catalogue.ts'

export const reframeFragment =
  ({ generation }: Pick<Deps, 'generation'>): HandlerOf<typeof aiGatewayContract, 'reframeFragment'> =>
  async (context, input) => {
    const { answer, served } = await answerOf(generation, purposes.reframeFragment, { context, input })
    return { reframes: [...answer.reframes], micro_action: answer.micro_action, served }
  }
