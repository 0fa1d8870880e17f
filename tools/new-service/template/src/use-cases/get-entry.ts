import type { HandlerOf } from '@triptych/kernel'
import type { __camel__Contract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { findEntry } from '../store/entries.ts'
import { renderEntry } from './render-entry.ts'

export const getEntry =
  ({ db }: Deps): HandlerOf<typeof __camel__Contract, 'getEntry'> =>
  async (context, { id }, fail) => {
    const row = await db.read(context, (query) => findEntry(query, id))
    if (row === undefined) throw fail('__name__.not_found')
    return renderEntry(row)
  }
