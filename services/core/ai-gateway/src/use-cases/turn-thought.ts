import type { HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { purposes } from '../purposes/catalogue.ts'

export const turnThought = ({
  generation,
}: Pick<Deps, 'generation'>): HandlerOf<typeof aiGatewayContract, 'turnThought'> =>
  async function* (context, input) {
    const events = generation.stream(purposes.turnThought, context, input)
    try {
      let step = await events.next()
      while (step.done !== true) {
        yield step.value.type === 'part' ? step.value.part : step.value
        step = await events.next()
      }
      const { answer, served } = step.value
      return { reframes: [...answer.reframes], micro_action: answer.micro_action, served }
    } finally {
      await events.return(undefined as never)
    }
  }
