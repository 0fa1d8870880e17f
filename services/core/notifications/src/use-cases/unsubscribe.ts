import { actingFor, type HandlerOf, isoTime } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { readUnsubscribeToken } from '../domain/unsubscribe-token.ts'
import { lockPreferences, savePreferences } from '../store/preferences.ts'

export const unsubscribe =
  (
    deps: Pick<Deps, 'db' | 'clock' | 'config' | 'ciphers'>,
  ): HandlerOf<typeof notificationsContract, 'unsubscribe'> =>
  async (context, { token }, fail) => {
    const known = readUnsubscribeToken(deps.config.NOTIFICATIONS_SECRET, token)
    if (known === undefined) throw fail('notifications.link_invalid')
    const { userId, category } = known
    const acting = actingFor(context, userId)
    // A link outlives its account: nothing about an erased person is written again.
    const isHere = await deps.ciphers.cipherOf(acting, userId).then(
      () => true,
      () => false,
    )
    if (isHere) {
      await deps.db.write(acting, async ({ query }) => {
        const before = await lockPreferences(query, userId, isoTime(deps.clock))
        const off = [...new Set([...before.categories_off, category])]
        await savePreferences(query, { ...before, categories_off: off, updated_at: isoTime(deps.clock) })
      })
    }
    return { category, email: false as const }
  }
