import type { Cipher } from '@triptych/vault'
import type { ExternalTask } from './domain/external-task.ts'
import type { TaskRow } from './store/tables.ts'

/** The words of a task: the person's own, so they lie under the person's key. */
export interface TaskText {
  readonly title: string
  readonly notes: string | null
  readonly url: string | null
}

export const taskCell = (row: string) => ({ table: 'tasks', column: 'sealed_text', row })
export const projectCell = (provider: string, externalId: string) => ({
  table: 'projects',
  column: 'sealed_name',
  row: `${provider} ${externalId}`,
})

export const sealText = (cipher: Cipher, id: string, { title, notes, url }: ExternalTask): Uint8Array =>
  cipher.encrypt(JSON.stringify({ title, notes, url } satisfies TaskText), taskCell(id))

export const openText = (cipher: Cipher, row: Pick<TaskRow, 'id' | 'sealed_text'>): TaskText =>
  JSON.parse(cipher.decrypt(row.sealed_text, taskCell(row.id))) as TaskText
