import type { Context } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { TurnedFragmentDto } from './contract/contract.ts'
import type { ReframeRow } from './store/tables.ts'

type Views = Pick<TurnedFragmentDto, 'reframes' | 'micro_action'>

/** The views of one fragment with the engine they came from. */
export interface TurnedFragment extends Views {
  readonly engine: string | null
  readonly promptVersion: string | null
}

const cell = (row: string) => ({ table: 'mirror_reframes', column: 'sealed_answer', row })

export async function sealReframe(
  ciphers: Ciphers,
  context: Context,
  owner: Pick<ReframeRow, 'fragment_id' | 'user_id'>,
  turned: TurnedFragment,
): Promise<Pick<ReframeRow, 'sealed_answer' | 'engine' | 'prompt_version'>> {
  const cipher = await ciphers.cipherOf(context, owner.user_id)
  const views: Views = { reframes: turned.reframes, micro_action: turned.micro_action }
  return {
    sealed_answer: cipher.encrypt(JSON.stringify(views), cell(owner.fragment_id)),
    engine: turned.engine,
    prompt_version: turned.promptVersion,
  }
}

/** Undefined while the answer is awaited, and after its fragment went. */
export async function openReframe(
  ciphers: Ciphers,
  context: Context,
  row: ReframeRow | undefined,
): Promise<TurnedFragment | undefined> {
  if (row === undefined || row.sealed_answer === null) return undefined
  const cipher = await ciphers.cipherOf(context, row.user_id)
  const views = JSON.parse(cipher.decrypt(row.sealed_answer, cell(row.fragment_id))) as Views
  return { ...views, engine: row.engine, promptVersion: row.prompt_version }
}

export const toTurnedDto = (id: string, turned: TurnedFragment): TurnedFragmentDto => ({
  id,
  status: 'ok',
  reframes: turned.reframes,
  micro_action: turned.micro_action,
  engine: turned.engine,
  crisis: null,
})
