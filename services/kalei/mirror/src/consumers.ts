import { defineConsumers, erasure } from '@triptych/bus'
import type { Clock } from '@triptych/kernel'
import type { MirrorTables } from './store/tables.ts'

export const consumersOf = ({ clock }: { readonly clock: Clock }) =>
  defineConsumers<MirrorTables>({
    erase_person: erasure({
      clock,
      tables: ['mirror_reframes', 'mirror_fragments', 'mirror_messages', 'mirror_sessions'],
    }),
  })
