import type { HandlerOf } from '@triptych/kernel'
import type { __camel__Contract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { entriesOf } from '../store/entries.ts'
import { renderEntry } from './render-entry.ts'

export const exportPersonalData =
  ({ db }: Deps): HandlerOf<typeof __camel__Contract, 'exportPersonalData'> =>
  async (context, { user_id }) => {
    const rows = await db.read(context, (query) => entriesOf(query, user_id))
    return { sections: [{ name: 'entries', items: rows.map(renderEntry) }] }
  }
