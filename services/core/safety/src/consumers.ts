import { defineConsumers, erasure } from '@triptych/bus'
import type { Clock } from '@triptych/kernel'
import type { SafetyTables } from './store/tables.ts'

export const consumersOf = ({ clock }: { readonly clock: Clock }) =>
  defineConsumers<SafetyTables>({
    erase_person: erasure({ clock, tables: ['safety_events'] }),
  })
