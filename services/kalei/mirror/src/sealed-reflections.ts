import type { Context } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { MessageDto } from './contract/contract.ts'
import type { Reflection } from './domain/reflection.ts'
import type { SessionRow } from './store/tables.ts'

/** How a session ended: with a reflection, or with help in its place. */
export interface Ending {
  readonly reflection: Reflection
  readonly crisis: MessageDto['crisis']
}

type Sealed = Pick<SessionRow, 'sealed_reflection' | 'reflection_engine' | 'reflection_prompt_version'>
type Kept = { readonly text: string; readonly crisis: Ending['crisis'] }

const cell = (row: string) => ({ table: 'mirror_sessions', column: 'sealed_reflection', row })

export async function sealEnding(
  ciphers: Ciphers,
  context: Context,
  session: Pick<SessionRow, 'id' | 'user_id'>,
  { reflection, crisis }: Ending,
): Promise<Sealed> {
  const cipher = await ciphers.cipherOf(context, session.user_id)
  const kept: Kept = { text: reflection.text, crisis }
  return {
    sealed_reflection: cipher.encrypt(JSON.stringify(kept), cell(session.id)),
    reflection_engine: reflection.engine,
    reflection_prompt_version: reflection.promptVersion,
  }
}

/** Null while the session is open, and after a message that the reflection came from was deleted. */
export async function openEnding(
  ciphers: Ciphers,
  context: Context,
  session: SessionRow,
): Promise<Ending | null> {
  if (session.sealed_reflection === null) return null
  const cipher = await ciphers.cipherOf(context, session.user_id)
  const { text, crisis } = JSON.parse(cipher.decrypt(session.sealed_reflection, cell(session.id))) as Kept
  return {
    reflection: { text, engine: session.reflection_engine, promptVersion: session.reflection_prompt_version },
    crisis,
  }
}
