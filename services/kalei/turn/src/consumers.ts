import { defineConsumers, erasure } from '@triptych/bus'
import type { Clock } from '@triptych/kernel'
import type { TurnTables } from './store/tables.ts'

export const consumersOf = ({ clock }: { readonly clock: Clock }) =>
  defineConsumers<TurnTables>({
    erase_person: erasure({ clock, tables: ['turns'] }),
  })
