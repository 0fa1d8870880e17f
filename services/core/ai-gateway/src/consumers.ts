import { defineConsumers, erasure } from '@triptych/bus'
import type { Clock } from '@triptych/kernel'
import type { AiGatewayTables } from './store/tables.ts'

export const consumersOf = ({ clock }: { readonly clock: Clock }) =>
  defineConsumers<AiGatewayTables>({
    erase_person: erasure({ clock, tables: ['ai_usage_events'] }),
  })
