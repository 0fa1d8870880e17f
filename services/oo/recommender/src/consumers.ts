import { defineConsumers, erasure } from '@triptych/bus'
import type { Deps } from './deps.ts'
import type { RecommenderTables } from './store/tables.ts'

export const consumersOf = ({ clock }: Pick<Deps, 'clock'>) =>
  defineConsumers<RecommenderTables>({
    erase_person: erasure<RecommenderTables>({
      clock,
      tables: ['reactions', 'deliveries', 'shadow_decisions', 'decisions', 'policy_states', 'tips'],
    }),
  })
