import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { turnContract } from '../contract/contract.ts'
import { turnSaved } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../domain/turn.ts'
import { openTurns } from '../sealed-turns.ts'
import { findTurn } from '../store/turns.ts'

export const saveTurn =
  (deps: Pick<Deps, 'db' | 'ciphers' | 'clock'>): HandlerOf<typeof turnContract, 'saveTurn'> =>
  async (context, { id }, fail) => {
    const row = await deps.db.write(context, async ({ query, emit, remember }) => {
      const found = await findTurn(query, id)
      // Help that was shown is no keepsake.
      if (found === undefined || found.status === 'crisis') return undefined
      remember({ id })
      if (found.saved_at !== null) return found
      const savedAt = isoTime(deps.clock)
      await query.updateTable('turns').set({ saved_at: savedAt }).where('id', '=', id).execute()
      emit(turnSaved, { turnId: id, userId: found.user_id, savedAt })
      return { ...found, saved_at: savedAt }
    })
    const [turn] = await openTurns(deps.ciphers, context, row === undefined ? [] : [row])
    if (turn === undefined) throw fail('turn.not_found')
    return toDto(turn)
  }
