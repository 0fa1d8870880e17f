import type { HandlerOf } from '@triptych/kernel'
import type { turnContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../domain/turn.ts'
import { openTurns } from '../sealed-turns.ts'
import { findTurn } from '../store/turns.ts'

export const getTurn =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof turnContract, 'getTurn'> =>
  async (context, input, fail) => {
    const row = await deps.db.read(context, (query) => findTurn(query, input.id))
    const [turn] = await openTurns(deps.ciphers, context, row === undefined ? [] : [row])
    if (turn === undefined) throw fail('turn.not_found')
    return toDto(turn)
  }
