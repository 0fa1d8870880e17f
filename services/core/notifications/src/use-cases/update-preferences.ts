import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import { pushKindNames } from '../contract/push-kinds.ts'
import { categories } from '../contract/templates.ts'
import type { Deps } from '../deps.ts'
import { toPreferences } from '../preferences-dto.ts'
import { lockPreferences, savePreferences } from '../store/preferences.ts'

export const updatePreferences =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof notificationsContract, 'updatePreferences'> =>
  async (context, change) => {
    const userId = userIdOf(context.actor) ?? ''
    const now = isoTime(deps.clock)
    const saved = await deps.db.write(context, async ({ query, remember }) => {
      const before = await lockPreferences(query, userId, now)
      const isOff = (name: (typeof categories)[number]): boolean =>
        !(change.categories?.[name]?.email ?? !before.categories_off.includes(name))
      const isPushOff = (name: (typeof pushKindNames)[number]): boolean =>
        !(change.pushes?.[name] ?? !before.pushes_off.includes(name))
      const quiet = change.quiet_hours
      const after = {
        ...before,
        categories_off: categories.filter(isOff),
        pushes_off: pushKindNames.filter(isPushOff),
        quiet_enabled: quiet?.enabled ?? before.quiet_enabled,
        quiet_start: quiet?.start ?? before.quiet_start,
        quiet_end: quiet?.end ?? before.quiet_end,
        time_zone: quiet?.time_zone ?? before.time_zone,
        updated_at: now,
      }
      await savePreferences(query, after)
      remember({ id: userId })
      return after
    })
    return toPreferences(saved)
  }
