import { retryWait } from '../domain/retry-wait.ts'
import type { LaneClient } from '../lanes/lane-client.ts'
import { LaneFault } from '../lanes/outcome.ts'
import { InvalidOutput, type Repair } from './attempt.ts'
import { attemptOnce } from './attempt-once.ts'
import { type Call, type Fallen, type LaneDeps, type Progress, remainingMs } from './call.ts'
import type { ForPerson, Generated, GenerationEvent } from './generation.ts'

const leastMs = 150

/** Goes through the lanes until one has answered. */
export async function* runLanes<Input extends ForPerson, Answer, Part>(
  deps: LaneDeps,
  call: Call<Input, Answer, Part>,
  lanes: readonly LaneClient[],
  progress: Progress,
): AsyncGenerator<GenerationEvent<Part>, Generated<Answer> | Fallen, undefined> {
  const deadEndpoints = new Set<string>()
  for (const client of lanes) {
    if (deadEndpoints.has(client.lane.endpoint)) continue
    const result = yield* runLane(deps, call, { client, lanes }, progress)
    if (progress.hasEmitted && !('answer' in result)) {
      progress.hasEmitted = false
      yield { type: 'restart' }
    }
    if ('answer' in result) return result
    if ('fell' in result) return result
    if (result.status === 401 || result.status === 402) deadEndpoints.add(client.lane.endpoint)
  }
  return { fell: 'lanes' }
}

interface Seat {
  readonly client: LaneClient
  readonly lanes: readonly LaneClient[]
}

/** One lane with its retries and its one repair round. */
async function* runLane<Input extends ForPerson, Answer, Part>(
  deps: LaneDeps,
  call: Call<Input, Answer, Part>,
  seat: Seat,
  progress: Progress,
): AsyncGenerator<GenerationEvent<Part>, Generated<Answer> | Fallen | LaneFault, undefined> {
  const { lane } = seat.client
  const stalled = new Set<string>()
  let repair: Repair | undefined
  let last = new LaneFault('lane_down', 'busy')
  for (let tries = 1; tries <= lane.attempts || repair !== undefined; tries += 1) {
    const pins = seat.client.pins(stalled)
    if (pins === undefined || remainingMs(deps, call) < leastMs) break
    const step = yield* attemptOnce(deps, call, { ...seat, pins, repair }, progress)
    if (!(step instanceof LaneFault)) return step
    last = step
    if (step.outcome === 'refused' || step.reason === 'unsafe_output') return { fell: 'refused' }
    if (step.outcome === 'cancelled') throw call.context.signal.reason ?? step
    const mayAsk = step instanceof InvalidOutput && repair === undefined && !progress.hasEmitted
    repair = mayAsk ? step.repair : undefined
    if (repair !== undefined) continue
    if (progress.hasEmitted || !isWorthRetrying(step)) break
    if (step.outcome === 'timeout' && pins[0] !== undefined) stalled.add(pins[0])
    else {
      const waitMs = retryWait(lane, tries, step.retryAfterMs, deps.random())
      if (waitMs === undefined || waitMs > remainingMs(deps, call) || tries >= lane.attempts) break
      await deps.wait(waitMs, call.context.signal)
    }
  }
  return last
}

const isWorthRetrying = ({ outcome }: LaneFault): boolean => outcome === 'retryable' || outcome === 'timeout'
