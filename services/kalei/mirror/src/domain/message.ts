import type { FragmentDto, FragmentsByType, MessageDto } from '../contract/contract.ts'

/** A message with its texts readable. */
export interface Message {
  readonly id: string
  readonly sessionId: string
  readonly content: string
  readonly fragments: readonly FragmentDto[]
  readonly crisis: MessageDto['crisis']
  readonly engine: string | null
  readonly promptVersion: string | null
  readonly createdAt: string
  readonly editedAt: string | null
  /** Help was given for words that found no place: their page is gone, closed, or cannot be reached. */
  readonly isLost?: boolean
}

export const toMessageDto = (message: Message): MessageDto => ({
  id: message.id,
  session_id: message.isLost === true ? null : message.sessionId,
  status: message.crisis === null ? 'ok' : 'crisis',
  content: message.content,
  fragments: [...message.fragments],
  crisis: message.crisis,
  engine: message.engine,
  created_at: message.createdAt,
  edited_at: message.editedAt,
})

export function countByType(fragments: readonly Pick<FragmentDto, 'type'>[]): FragmentsByType {
  const counts: FragmentsByType = {}
  for (const { type } of fragments) counts[type] = (counts[type] ?? 0) + 1
  return counts
}
