import type { HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from '../generation/generation.ts'
import { purposes } from '../purposes/catalogue.ts'

export const reflectOnSession =
  ({ generation }: Pick<Deps, 'generation'>): HandlerOf<typeof aiGatewayContract, 'reflectOnSession'> =>
  async (context, input) => {
    const { answer, served } = await answerOf(generation, purposes.reflectOnSession, { context, input })
    return { reflection: answer.reflection, served }
  }
