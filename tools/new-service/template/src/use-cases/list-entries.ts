import { type HandlerOf, toPage } from '@triptych/kernel'
import type { __camel__Contract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { listEntryRows } from '../store/entries.ts'
import { renderEntry } from './render-entry.ts'

export const listEntries =
  ({ db }: Deps): HandlerOf<typeof __camel__Contract, 'listEntries'> =>
  async (context, { limit, cursor }) => {
    const rows = await db.read(context, (query) => listEntryRows(query, { limit, cursor }))
    const { items, next_cursor } = toPage(rows, limit)
    return { items: items.map(renderEntry), next_cursor }
  }
