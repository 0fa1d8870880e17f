import type { HandlerOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const getPushKey =
  ({ pushSender }: Pick<Deps, 'pushSender'>): HandlerOf<typeof notificationsContract, 'getPushKey'> =>
  () =>
    Promise.resolve({ public_key: pushSender.publicKey })
