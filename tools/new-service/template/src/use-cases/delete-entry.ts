import type { HandlerOf } from '@triptych/kernel'
import type { __camel__Contract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { removeEntry } from '../store/entries.ts'

export const deleteEntry =
  ({ db }: Deps): HandlerOf<typeof __camel__Contract, 'deleteEntry'> =>
  (context, { id }, fail) =>
    db.write(context, async ({ query, remember }) => {
      if (!(await removeEntry(query, id))) throw fail('__name__.not_found')
      remember()
    })
