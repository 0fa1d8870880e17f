import type { IdempotencyTables } from '@triptych/db'
import type { Generated } from 'kysely'
import type { FragmentDto } from '../contract/contract.ts'

export interface SessionRow {
  id: string
  user_id: string
  started_at: string
  closed_at: string | null
  revision: number
  sealed_reflection: Uint8Array | null
  reflection_engine: string | null
  reflection_prompt_version: string | null
}

export interface MessageRow {
  id: string
  user_id: string
  session_id: string
  position: number
  status: 'ok' | 'crisis'
  sealed_content: Uint8Array
  sealed_crisis: Uint8Array | null
  engine: string | null
  prompt_version: string | null
  created_at: string
  edited_at: string | null
}

export interface FragmentRow {
  id: string
  user_id: string
  session_id: string
  message_id: string
  type: FragmentDto['type']
  start_offset: number
  end_offset: number
  sealed_text: Uint8Array
  confidence: number
  engine: string
  prompt_version: string
}

export interface ReframeRow {
  fragment_id: string
  user_id: string
  session_id: string
  reserved_until: string | null
  sealed_answer: Uint8Array | null
  engine: string | null
  prompt_version: string | null
  created_at: string
}

export interface MirrorTables extends Pick<IdempotencyTables, 'idempotency_keys'> {
  mirror_sessions: Omit<SessionRow, 'revision'> & { revision: Generated<number> }
  mirror_messages: MessageRow
  mirror_fragments: FragmentRow
  mirror_reframes: ReframeRow
}
