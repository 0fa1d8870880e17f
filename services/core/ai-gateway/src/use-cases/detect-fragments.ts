import type { HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from '../generation/generation.ts'
import { purposes } from '../purposes/catalogue.ts'

export const detectFragments =
  ({ generation }: Pick<Deps, 'generation'>): HandlerOf<typeof aiGatewayContract, 'detectFragments'> =>
  async (context, input) => {
    const { answer, served } = await answerOf(generation, purposes.detectFragments, { context, input })
    return { fragments: [...answer.fragments], served }
  }
