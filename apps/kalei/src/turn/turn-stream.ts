import { ProblemError } from '@triptych/kernel'
import type { Problem } from '@triptych/kernel'
import type { Crisis, MicroAction, Reframe, TurnEvent, TurnRecord } from '../api/wire.ts'

/** What has arrived of a turn so far. */
export interface TurnSoFar {
  id: string | undefined
  engine: string
  reframes: Reframe[]
  microAction: MicroAction | undefined
  crisis: Crisis | undefined
  /** How often the server had to start over. */
  restarts: number
}

export const nothingYet: TurnSoFar = {
  id: undefined,
  engine: '',
  reframes: [],
  microAction: undefined,
  crisis: undefined,
  restarts: 0,
}

/** The stream ended without its `done`: what had arrived is not an answer. */
export class TruncatedTurn extends Error {
  override readonly name = 'TruncatedTurn'
  /** True when the server said so itself; false when the line went dead and the outcome is unknown. */
  readonly certain: boolean
  constructor(certain: boolean) {
    super('The answer broke off.')
    this.certain = certain
  }
}

/** The next state after one event. Pure. */
export function afterEvent(so: TurnSoFar, event: TurnEvent): TurnSoFar {
  switch (event.type) {
    case 'meta':
      return { ...so, id: event.id, engine: event.engine }
    case 'reframe':
      return { ...so, reframes: [...so.reframes, { lens: event.lens, text: event.text }] }
    case 'micro_action':
      return { ...so, microAction: { text: event.text, minutes: event.minutes } }
    case 'restart':
      return { ...nothingYet, id: so.id, restarts: so.restarts + 1 }
    case 'crisis':
      return { ...nothingYet, id: event.id, crisis: event.crisis }
    default:
      return so
  }
}

/** The `error` event that the platform adds to every stream: problem details in place of a status line. */
interface ErrorEvent extends Problem {
  readonly type: 'error'
}

const isError = (event: TurnEvent | ErrorEvent): event is ErrorEvent => event.type === 'error'

function failure(event: ErrorEvent): Error {
  if (event.code === 'ai-gateway.interrupted') return new TruncatedTurn(true)
  return new ProblemError(event.status, event, undefined)
}

const complete = (turn: TurnRecord): boolean =>
  turn.status === 'crisis' ? turn.crisis !== null : turn.reframes.length === 3 && turn.micro_action !== null

/**
 * Reads a turn to its end and tells every step. Only a stream that ends in `done` with the whole turn is an
 * answer; a stream that just stops throws `TruncatedTurn`, however much had arrived.
 */
export async function readTurn(
  events: AsyncIterable<TurnEvent>,
  onStep: (so: TurnSoFar) => void,
): Promise<TurnRecord> {
  let so = nothingYet
  for await (const event of events) {
    if (isError(event)) throw failure(event)
    if (event.type === 'done') {
      if (!complete(event.turn)) throw new TruncatedTurn(true)
      return event.turn
    }
    so = afterEvent(so, event)
    onStep(so)
  }
  throw new TruncatedTurn(false)
}
