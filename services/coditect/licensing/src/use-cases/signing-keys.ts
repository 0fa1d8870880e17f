import type { HandlerOf } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

type Contract = typeof licensingContract

export const getSigningKeys =
  ({ signingKeys }: Pick<Deps, 'signingKeys'>): HandlerOf<Contract, 'getSigningKeys'> =>
  async () => ({ keys: await signingKeys.list() })

export const rotateSigningKeys =
  ({ signingKeys }: Pick<Deps, 'signingKeys'>): HandlerOf<Contract, 'rotateSigningKeys'> =>
  async (_context, { use, at_once: atOnce }) =>
    signingKeys.rotate(use, atOnce)
