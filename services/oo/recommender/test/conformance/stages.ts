import { adviceStage } from './advice.ts'
import type { OpenStage } from './stage.ts'
import { taskStage } from './tasks.ts'

/** How the suite reaches what each source stands on; one a source, or the suite fails. */
export const stages: Readonly<Record<string, OpenStage>> = {
  'integrations.tasks': taskStage,
  'advice.library': adviceStage,
}
