import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { exportEvents } from '../store/usage.ts'

export const exportPersonalData =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof aiGatewayContract, 'exportPersonalData'> =>
  async (context, input) => ({
    sections: [
      { name: 'model_calls', items: await db.read(actingFor(context, input.user_id), exportEvents) },
    ],
  })
