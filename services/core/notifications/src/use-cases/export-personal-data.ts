import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toPreferences } from '../preferences-dto.ts'
import { findPreferences } from '../store/preferences.ts'
import { pushLogOf } from '../store/pushes.ts'
import { logOf, recipientOf } from './list-emails.ts'
import { toSubscription } from './list-push-subscriptions.ts'

export const exportPersonalData =
  (deps: Deps): HandlerOf<typeof notificationsContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => {
    const acting = actingFor(context, userId)
    const { rows, preferences, subscriptions, pushes } = await deps.db.read(acting, async (query) => ({
      rows: await query
        .selectFrom('emails')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('id')
        .execute(),
      preferences: await findPreferences(query, userId),
      subscriptions: await query
        .selectFrom('push_subscriptions')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('id')
        .execute(),
      pushes: await pushLogOf(query, userId),
    }))
    const emails = await Promise.all(
      rows.map(async (row) => ({ ...logOf(row), recipient: await recipientOf(deps, acting, row) })),
    )
    const cipher = await deps.ciphers.cipherOf(acting, userId)
    const chosen = preferences === undefined ? [] : [toPreferences(preferences)]
    return {
      sections: [
        { name: 'emails', items: emails },
        { name: 'preferences', items: chosen },
        { name: 'push_subscriptions', items: subscriptions.map((row) => toSubscription(cipher, row)) },
        { name: 'pushes', items: pushes },
      ],
    }
  }
