import type { Cipher } from '@triptych/vault'
import type { z } from 'zod'
import type { tip as tipSchema, tipRecord } from './contract/schemas.ts'
import { openTip } from './sealed-tip.ts'
import type { DeliveryRow, TipRow } from './store/tables.ts'

export const notices = {
  recurring_on_its_way: 'This task repeats and is being marked done right now: that cannot be undone.',
  recurring_moved_on: 'This task repeats: it has moved on to its next date, and that cannot be undone.',
  needs_reconnect: 'We could not tell the provider: connect it again.',
  refused: 'The provider would not take this. Look at it there.',
  read_only: 'This source can only be read: mark it done there.',
} as const

/** A tip as its person sees it. */
export function toTip(cipher: Cipher, row: TipRow): z.output<typeof tipSchema> {
  const { title, body, deepLink, project, attribution } = openTip(cipher, row)
  return {
    id: row.id,
    kind: row.kind,
    title,
    body,
    source: shortName(row.source),
    deep_link: deepLink,
    meta: {
      project,
      due_on: row.due_on,
      due_at: row.due_at,
      is_recurring: row.is_recurring,
      minutes: row.minutes,
      attribution,
      is_fresh: row.is_fresh,
    },
  }
}

/** `integrations.todoist.tasks` is `todoist`, `advice.library` is `advice`. */
const shortName = (source: string): string => {
  const [area = '', name = ''] = source.split('.')
  return area === 'integrations' ? name : area
}

export function toRecord(
  cipher: Cipher,
  row: TipRow,
  deliveries: readonly DeliveryRow[],
): z.output<typeof tipRecord> {
  const last = deliveries.findLast(({ tip_id: id, state }) => id === row.id && state !== 'cancelled')
  return {
    ...toTip(cipher, row),
    state: row.state,
    offered_at: row.offered_at,
    reacted_at: row.reacted_at,
    snoozed_until: row.snoozed_until,
    undo_until: last?.action === 'complete' && last.state === 'waiting' ? last.act_after : null,
    delivery: deliveryOf(last),
    notice: row.notice,
  }
}

function deliveryOf(last: DeliveryRow | undefined): z.output<typeof tipRecord>['delivery'] {
  if (last === undefined || last.state === 'cancelled') return 'none'
  if (last.state === 'sending') return 'waiting'
  return last.action === 'reopen' && last.state === 'delivered' ? 'none' : last.state
}
