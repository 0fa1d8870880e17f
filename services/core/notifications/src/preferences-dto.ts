import { type PushKindName, pushKindNames } from './contract/push-kinds.ts'
import { categories, type Category } from './contract/templates.ts'
import type { PreferencesRow } from './store/tables.ts'

/** A person's preferences as they are shown. */
export function toPreferences(row: PreferencesRow) {
  const switches = categories.map((name) => [name, { email: !row.categories_off.includes(name) }])
  const pushes = pushKindNames.map((name) => [name, !row.pushes_off.includes(name)])
  return {
    categories: Object.fromEntries(switches) as Record<Category, { email: boolean }>,
    pushes: Object.fromEntries(pushes) as Record<PushKindName, boolean>,
    quiet_hours: {
      enabled: row.quiet_enabled,
      start: row.quiet_start,
      end: row.quiet_end,
      time_zone: row.time_zone,
    },
  }
}
