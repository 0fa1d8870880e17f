import { type PushKindName, pushKinds } from '../contract/push-kinds.ts'
import { type QuietHours, quietUntil } from './quiet-hours.ts'

export interface PushSituation {
  readonly kind: PushKindName
  /** Epoch ms, as all times here. */
  readonly now: number
  readonly expiresAt: number
  readonly isSubscribed: boolean
  readonly turnedOff: readonly string[]
  readonly quiet: QuietHours | undefined
  /** End of the silence after a crisis. */
  readonly heldUntil: number | undefined
}

export type PushDecision =
  | { readonly act: 'send'; readonly ttlSeconds: number }
  | { readonly act: 'wait'; readonly until: number }
  | { readonly act: 'skip'; readonly code: 'unsubscribed' | 'turned_off' | 'after_crisis' | 'too_late' }

/** How long nobody is invited back after a crisis. */
export const crisisSilenceMs = 7 * 86_400_000

/** What to do with a push that is about to go out. */
export function decidePush(situation: PushSituation): PushDecision {
  const { kind, now, expiresAt, heldUntil } = situation
  if (!situation.isSubscribed) return { act: 'skip', code: 'unsubscribed' }
  if (situation.turnedOff.includes(kind)) return { act: 'skip', code: 'turned_off' }
  if (pushKinds[kind].invites && heldUntil !== undefined && heldUntil > now)
    return { act: 'skip', code: 'after_crisis' }
  const until = situation.quiet === undefined ? undefined : quietUntil(situation.quiet, now)
  if ((until ?? now) >= expiresAt) return { act: 'skip', code: 'too_late' }
  if (until !== undefined) return { act: 'wait', until }
  return { act: 'send', ttlSeconds: Math.ceil((expiresAt - now) / 1_000) }
}
