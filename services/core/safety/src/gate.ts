import type { Client, Context } from '@triptych/kernel'
import type { z } from 'zod'
import { helpFor, precheck } from './precheck/index.ts'
import type { safetyContract } from './contract/contract.ts'
import type { Crisis } from './contract/schemas.ts'

type CheckInput = z.input<(typeof safetyContract)['operations']['checkText']['input']>

/** The first gate of every text that can reach a model or a store. */
export interface SafetyGate {
  /** The help to show instead of anything else, or null when the text is clear. */
  check(context: Context, input: CheckInput): Promise<Crisis | null>
}

/** Asks the safety service; when it cannot be reached, the same rules answer here, and help comes all the same. */
export function safetyGate(client: Client<typeof safetyContract>): SafetyGate {
  return {
    async check(context, input) {
      try {
        return (await client.checkText(context, input)).crisis
      } catch {
        const result = precheck(input.text, input.previous === undefined ? {} : { previous: input.previous })
        return result.verdict === 'clear' ? null : { event_id: context.requestId, ...helpFor(result, {}) }
      }
    },
  }
}
