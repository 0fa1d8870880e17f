import type { Context } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { FragmentDto, MessageDto } from './contract/contract.ts'
import type { Message } from './domain/message.ts'
import type { StoredMessage } from './store/messages.ts'
import type { FragmentRow, MessageRow } from './store/tables.ts'

type Cipher = Awaited<ReturnType<Ciphers['cipherOf']>>
/** A message as it lies in the tables, but for its place in the session. */
export interface SealedMessage {
  readonly message: Omit<MessageRow, 'position'>
  readonly fragments: readonly FragmentRow[]
}

const contentCell = (row: string) => ({ table: 'mirror_messages', column: 'sealed_content', row })
const crisisCell = (row: string) => ({ table: 'mirror_messages', column: 'sealed_crisis', row })
const fragmentCell = (row: string) => ({ table: 'mirror_fragments', column: 'sealed_text', row })

/** Every text of a message under its person's key. */
export async function sealMessage(
  ciphers: Ciphers,
  context: Context,
  userId: string,
  message: Message,
): Promise<SealedMessage> {
  const cipher = await ciphers.cipherOf(context, userId)
  const { id, sessionId, crisis, engine, promptVersion } = message
  return {
    message: {
      id,
      user_id: userId,
      session_id: sessionId,
      status: crisis === null ? 'ok' : 'crisis',
      sealed_content: cipher.encrypt(message.content, contentCell(id)),
      sealed_crisis: crisis === null ? null : cipher.encrypt(JSON.stringify(crisis), crisisCell(id)),
      engine,
      prompt_version: promptVersion,
      created_at: message.createdAt,
      edited_at: message.editedAt,
    },
    fragments: message.fragments.map((fragment) => ({
      id: fragment.id,
      user_id: userId,
      session_id: sessionId,
      message_id: id,
      type: fragment.type,
      start_offset: fragment.start,
      end_offset: fragment.end,
      sealed_text: cipher.encrypt(fragment.text, fragmentCell(fragment.id)),
      confidence: fragment.confidence,
      engine: engine ?? '',
      prompt_version: promptVersion ?? '',
    })),
  }
}

export async function openMessages(
  ciphers: Ciphers,
  context: Context,
  stored: readonly StoredMessage[],
): Promise<Message[]> {
  const owner = stored[0]?.message.user_id
  if (owner === undefined) return []
  const cipher = await ciphers.cipherOf(context, owner)
  return stored.map(({ message, fragments }) => ({
    id: message.id,
    sessionId: message.session_id,
    content: cipher.decrypt(message.sealed_content, contentCell(message.id)),
    fragments: fragments.map((row) => openFragment(cipher, row)),
    crisis:
      message.sealed_crisis === null
        ? null
        : (JSON.parse(cipher.decrypt(message.sealed_crisis, crisisCell(message.id))) as MessageDto['crisis']),
    engine: message.engine,
    promptVersion: message.prompt_version,
    createdAt: message.created_at,
    editedAt: message.edited_at,
  }))
}

const openFragment = (cipher: Cipher, row: FragmentRow): FragmentDto => ({
  id: row.id,
  type: row.type,
  start: row.start_offset,
  end: row.end_offset,
  text: cipher.decrypt(row.sealed_text, fragmentCell(row.id)),
  confidence: row.confidence,
})
