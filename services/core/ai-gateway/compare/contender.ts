import { type Clock, newId, systemContext } from '@triptych/kernel'
import { promptFor, runAttempt } from '../src/generation/attempt.ts'
import { emptyReception, type LaneClient } from '../src/lanes/lane-client.ts'
import { LaneFault } from '../src/lanes/outcome.ts'
import type { Templates } from '../src/prompts.ts'
import { isSafeText } from '../src/ports/output-check.ts'
import { purposes } from '../src/purposes/catalogue.ts'

/** A lane, perhaps with another version of the Turn's template: `deepseek` or `deepseek@v2`. */
export interface Contender {
  readonly name: string
  readonly lane: string
  readonly version: string
}

export function parseContender(name: string): Contender {
  const [lane = '', version = purposes.turnThought.version] = name.split('@')
  return { name, lane, version }
}

interface Deps {
  readonly clients: readonly LaneClient[]
  readonly templates: Templates
  readonly clock: Clock
}

/** One Turn by one contender, as a person would read it; or why there is none. Throws a RangeError for an unknown lane. */
export async function answerBy(
  { clients, templates, clock }: Deps,
  contender: Contender,
  thought: string,
): Promise<string> {
  const client = clients.find(({ lane }) => lane.id === contender.lane)
  if (client === undefined)
    throw new RangeError(`there is no lane ${contender.lane} with an address and a key`)
  const purpose = purposes.turnThought
  const attempt = {
    purpose,
    client,
    template: templates.find(purpose.prompt, contender.version),
    context: systemContext({ clock, newId }),
    input: { thought },
    pins: client.pins(new Set()) ?? [],
    firstTokenMs: purpose.timeouts.firstTokenMs,
    totalMs: purpose.timeouts.totalMs,
    repair: undefined,
    isSafe: isSafeText,
  }
  try {
    const parts = runAttempt(attempt, promptFor(attempt), emptyReception())
    let step = await parts.next()
    while (step.done !== true) step = await parts.next()
    const { reframes, micro_action: action } = step.value
    return [...reframes.map(({ text }) => `- ${text}`), `> ${action.text} (${action.minutes} min)`].join('\n')
  } catch (error) {
    if (error instanceof LaneFault) return `(no answer: ${error.message})`
    throw error
  }
}
