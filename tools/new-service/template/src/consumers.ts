import { defineConsumers, erasure } from '@triptych/bus'
import type { Clock } from '@triptych/kernel'
import type { __Name__Tables } from './store/tables.ts'

export const consumersOf = ({ clock }: { readonly clock: Clock }) =>
  defineConsumers<__Name__Tables>({
    erase_person: erasure({ clock, tables: ['entries'] }),
  })
