import type { Poll } from './poll.ts'
import type { Transport } from './transport.ts'

export interface SettleOptions {
  /** Moves the test's clock to the time (epoch ms) at which the next waiting attempt falls due. */
  readonly advanceTo?: (time: number) => void
  readonly timeoutMs?: number
}

interface Parts {
  readonly poll: Pick<Poll, 'lookForWork'>
  readonly transport: Pick<Transport, 'isIdle'>
  /** The relay and the workers. */
  readonly movers: readonly Mover[]
}

interface Mover {
  /** Resolves when this one has nothing in hand. */
  drained(): Promise<void>
  /** How often it has set to work so far. */
  begun(): number
}

const pauseMs = 5
const defaultTimeoutMs = 20_000

/** Drives the bus until it rests. Waits in wall time only for what another process or server holds. */
export async function settle({ poll, transport, movers }: Parts, options: SettleOptions): Promise<void> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs)
  while (!signal.aborted) {
    const begun = await rested(movers)
    const isIdle = await transport.isIdle()
    const { nextDue, found } = await poll.lookForWork()
    // Beside work that runs, a look sees the end of its claim as the next due time, and nothing of what it announces.
    if (!isIdle || found || begunBy(movers) !== begun) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      continue
    }
    if (nextDue === undefined || options.advanceTo === undefined) return
    options.advanceTo(nextDue)
  }
  throw new Error('The bus did not settle in time: an event is still on its way or a delivery is still due.')
}

const begunBy = (movers: readonly Mover[]): number => movers.reduce((sum, mover) => sum + mover.begun(), 0)

/** Waits until none of them has anything in hand; returns how often they have set to work until then. */
async function rested(movers: readonly Mover[]): Promise<number> {
  for (;;) {
    const before = begunBy(movers)
    await Promise.all(movers.map((mover) => mover.drained()))
    if (begunBy(movers) === before) return before
  }
}
