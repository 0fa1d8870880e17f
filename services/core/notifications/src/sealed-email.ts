import type { Context } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import { openForDeployment, sealForDeployment } from '@triptych/vault'
import type { EmailRow } from './store/tables.ts'

/** What a mail says, beside whom it goes to. */
export interface EmailContent {
  readonly variables: Readonly<Record<string, string>>
  readonly attachments: readonly { filename: string; content_type: string; content: string }[]
}

/** Seals one mail's columns: under the person's key, or the deployment's when the address has no account. */
export interface EmailSealer {
  seal(column: 'sealed_recipient' | 'sealed_content', text: string): Uint8Array
  open(column: 'sealed_recipient' | 'sealed_content', sealed: Uint8Array): string
}

/** Fails with `vault.key_destroyed` when the person is gone. */
export async function emailSealer(
  deps: { readonly ciphers: Ciphers; readonly secret: string },
  context: Context,
  { id, user_id: userId }: Pick<EmailRow, 'id' | 'user_id'>,
): Promise<EmailSealer> {
  if (userId === null) {
    const purpose = (column: string) => ({ secret: deps.secret, purpose: `notifications.${column}.${id}` })
    return {
      seal: (column, text) => sealForDeployment(purpose(column), text),
      open: (column, sealed) => openForDeployment(purpose(column), sealed),
    }
  }
  const cipher = await deps.ciphers.cipherOf(context, userId)
  const cell = (column: string) => ({ table: 'emails', column, row: id })
  return {
    seal: (column, text) => cipher.encrypt(text, cell(column)),
    open: (column, sealed) => cipher.decrypt(sealed, cell(column)),
  }
}
