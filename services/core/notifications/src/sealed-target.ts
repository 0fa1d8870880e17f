import type { Cipher } from '@triptych/vault'
import type { PushTarget } from './ports/push-sender.ts'
import type { PushSubscriptionRow } from './store/tables.ts'

/** What a browser gave of itself, sealed under its person's key. */
export interface SealedTarget extends PushTarget {
  readonly user_agent: string | null
}

const cell = (id: string) => ({ table: 'push_subscriptions', column: 'sealed_target', row: id })

export const sealTarget = (cipher: Cipher, id: string, target: SealedTarget): Uint8Array =>
  cipher.encrypt(JSON.stringify(target), cell(id))

export const openTarget = (
  cipher: Cipher,
  { id, sealed_target: sealed }: Pick<PushSubscriptionRow, 'id' | 'sealed_target'>,
): SealedTarget => JSON.parse(cipher.decrypt(sealed, cell(id))) as SealedTarget
