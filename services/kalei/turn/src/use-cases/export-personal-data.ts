import type { HandlerOf } from '@triptych/kernel'
import type { turnContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../domain/turn.ts'
import { openTurns } from '../sealed-turns.ts'

export const exportPersonalData =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof turnContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => {
    const acting = { ...context, actor: { kind: 'system', userId } } as const
    const rows = await deps.db.read(acting, (query) =>
      query.selectFrom('turns').selectAll().orderBy('id').execute(),
    )
    return { sections: [{ name: 'turns', items: (await openTurns(deps.ciphers, acting, rows)).map(toDto) }] }
  }
