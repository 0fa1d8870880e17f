import { defineConfig } from '@triptych/config'
import { defineModule } from '@triptych/runtime'
import { operationsContract } from './contract/contract.ts'
import { listDeadLetters } from './use-cases/list-dead-letters.ts'
import { replayDeadLetter } from './use-cases/replay-dead-letter.ts'

export { operationsContract } from './contract/contract.ts'

const config = defineConfig({})

/** What administrators see and set right of the product's own machinery. */
export const operationsModule = defineModule<
  typeof operationsContract,
  Record<string, never>,
  typeof config,
  object
>({
  contract: operationsContract,
  needs: {},
  config,
  migrations: new URL('../migrations/', import.meta.url),

  create({ db, clock, deadLetters, jobs }) {
    const deps = { db, clock, events: deadLetters, jobs: jobs.deadLetters }
    return {
      handlers: { listDeadLetters: listDeadLetters(deps), replayDeadLetter: replayDeadLetter(deps) },
    }
  },
})
