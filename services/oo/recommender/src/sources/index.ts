import type { integrationsContract } from '@triptych/integrations/contract'
import type { Client } from '@triptych/kernel'
import { createAdviceSource } from './advice.ts'
import type { CandidateSource } from './source.ts'
import { createTaskSource } from './tasks.ts'

/** What sources may stand on. */
export interface SourceGround {
  readonly integrations: Client<typeof integrationsContract>
}

/** Every source of candidates, by name. */
export const createSources = ({ integrations }: SourceGround): readonly CandidateSource[] => [
  createTaskSource(integrations),
  createAdviceSource(),
]
