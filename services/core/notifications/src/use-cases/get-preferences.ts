import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toPreferences } from '../preferences-dto.ts'
import { findPreferences, unchanged } from '../store/preferences.ts'

export const getPreferences =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof notificationsContract, 'getPreferences'> =>
  async (context) => {
    const userId = userIdOf(context.actor) ?? ''
    const found = await deps.db.read(context, (query) => findPreferences(query, userId))
    return toPreferences(found ?? unchanged(userId, isoTime(deps.clock)))
  }
