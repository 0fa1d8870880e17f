/** The product as it runs in production, with the module of one-row reads and writes beside the others. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { billingContract, billingErrors } from '@triptych/billing/contract'
import type { Environment } from '@triptych/config'
import { isFailure, newId, systemClock, systemContext } from '@triptych/kernel'
import { boot } from '@triptych/runtime'
import { loadDataKey, modules } from '@triptych/server/modules'
import { createLogger } from '@triptych/telemetry'
import { notesModule } from '../notes/module.ts'
import { given, tell } from './messages.ts'

/** Written and thrown away: a terminal or a disk would be measured otherwise. */
const nowhere = { write: () => undefined }

export interface EntitlementQuestion {
  readonly userId: string
  readonly times: number
}

export interface DelayReading {
  readonly p50Ms: number
  readonly p99Ms: number
}

const running = await boot({
  modules: [...modules, notesModule],
  environment: JSON.parse(given) as Environment,
  logger: createLogger({ level: 'info', destination: nowhere }),
  loadDataKey,
})

/** One module asking another in this process; a refusal is an answer too. */
async function timeEntitlements({ userId, times }: EntitlementQuestion): Promise<number[]> {
  const billing = running.assembly.clientOf(billingContract, 'turn')
  const context = systemContext({ clock: systemClock, newId, caller: 'turn', timeoutMs: 600_000 })
  const taken: number[] = []
  for (let index = 0; index < times; index += 1) {
    const from = performance.now()
    await billing
      .requireEntitlement(context, { user_id: userId, feature: 'spectrum_weekly' })
      .catch(expectRefusal)
    taken.push(performance.now() - from)
  }
  return taken
}

function expectRefusal(error: unknown): void {
  if (!isFailure(error, billingErrors.not_included)) throw error
}

const delay = monitorEventLoopDelay({ resolution: 1 })
process.on('message', (question: 'watch' | 'read' | EntitlementQuestion) => {
  if (typeof question === 'object') {
    void timeEntitlements(question).then(tell)
    return
  }
  if (question === 'watch') {
    delay.reset()
    delay.enable()
    tell('watching')
    return
  }
  delay.disable()
  tell({ p50Ms: delay.percentile(50) / 1e6, p99Ms: delay.percentile(99) / 1e6 } satisfies DelayReading)
})
process.on('disconnect', () => void running.stop().then(() => process.exit(0)))
tell(running.publicUrl)
