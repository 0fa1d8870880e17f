import type { EntryRow } from '../store/entries.ts'

/** An entry as the contract shows it. */
export const renderEntry = ({ id, label, created_at }: EntryRow) => ({
  id,
  label,
  created_at: new Date(created_at).toISOString(),
})
