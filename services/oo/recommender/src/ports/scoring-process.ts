import type { ComponentHealth } from '@triptych/http'
import { type Clock, type Context, type NewId, systemContext } from '@triptych/kernel'
import { serviceKeysFromSecret, serviceTokenSigner } from '@triptych/kernel/server'
import { decide, type DecisionInput, type DecisionOutput, type Policy } from '@triptych/oo-policies'
import { createOutbound, OutboundError } from '@triptych/outbound'
import type { Logger } from '@triptych/telemetry'
import { z } from 'zod'
import type { Scorer } from './scorer.ts'

/** How the scoring process knows this module, and how its tokens are addressed. */
const names = { caller: 'recommender', callee: 'scoring' } as const
const sumTolerance = 1e-9
const healthMs = 1_000

export interface ScoringProcessOptions {
  readonly url: string
  /** 32 random bytes in base64, the same over there. */
  readonly secret: string
  /** After that the choice is made here. */
  readonly deadlineMs: number
  /** The one whose decisions it makes: what health tries there. */
  readonly policy: Policy
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
}

export interface ScoringProcess {
  readonly score: Scorer
  health(): Promise<ComponentHealth>
  close(): Promise<void>
}

const limitsOf = (totalMs: number) => ({
  timeouts: { connect: totalMs, headers: totalMs, body: totalMs, total: totalMs },
  // No second try: by then the choice is made here.
  retry: { attempts: 1, baseDelayMs: 0, maxDelayMs: 0 },
  breaker: { failures: 3, halfOpenAfterMs: 5_000 },
  bulkhead: { concurrent: 32, queued: 0 },
  ratePerSecond: 10_000,
})

/** The scoring process over HTTP. Slow, down or talking nonsense, it is passed over: an answer never fails with it. */
export function createScoringProcess(options: ScoringProcessOptions): ScoringProcess {
  const { url: baseUrl, secret, deadlineMs, policy, clock, newId, logger } = options
  const outbound = createOutbound({
    providers: {
      scoring: { baseUrl, ...limitsOf(deadlineMs) },
      health: { baseUrl, ...limitsOf(healthMs) },
    },
    clock,
    logger,
  })
  const signer = serviceKeysFromSecret(names.caller, secret).then(({ privateKeyOf }) =>
    serviceTokenSigner(privateKeyOf),
  )

  async function ask(
    purpose: 'scoring' | 'health',
    { requestId, deadline, signal }: Context,
    input: DecisionInput,
  ): Promise<DecisionOutput> {
    // The process needs to know who asks, and nothing of the person that it is asked for.
    const asked = { requestId, deadline, signal, actor: { kind: 'system' }, caller: names.caller } as const
    const token = await (await signer).sign(names.callee, asked)
    const response = await outbound.provider(purpose).request({
      method: 'POST',
      path: '/score',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
      signal,
    })
    return soundOutput(response.json(), input)
  }

  return {
    async score(context, input) {
      try {
        return { output: await ask('scoring', context, input), by: 'process' }
      } catch (error) {
        logger.for(context).warn({ reason: reasonOf(error) }, 'recommender.scored_here')
        return { output: decide(input), by: 'fallback' }
      }
    },
    /** Well is who makes a decision that is asked for: a secret or a policy's version that differs shows here too. */
    async health() {
      const row = { name: 'scoring', kind: 'http' }
      try {
        await ask('health', systemContext({ clock, newId }), smallestOf(policy))
        return { ...row, status: 'ok' }
      } catch {
        return { ...row, status: 'degraded', detail: 'Tips are chosen in this process meanwhile.' }
      }
    },
    close: () => outbound.close(),
  }
}

/** A decision among one. */
const smallestOf = ({ id, version, initialState }: Policy): DecisionInput => ({
  policy: { id, version, parameters: {} },
  state: initialState(),
  context: {},
  featureNames: [],
  candidates: [{ id: 'one', source: 'health', features: [] }],
  epsilon: 1,
  seed: 'health',
})

class UnsoundAnswer extends Error {}

const reasonOf = (error: unknown): string => {
  if (error instanceof OutboundError) return error.reason
  return error instanceof UnsoundAnswer ? 'unsound_answer' : 'failed'
}

const shape = z.strictObject({
  distribution: z.array(z.number().gt(0).max(1)),
  pickIndex: z.int().min(0),
  probability: z.number(),
})

/** What could not be the answer to this input is no answer. */
function soundOutput(answer: unknown, { candidates }: DecisionInput): DecisionOutput {
  const { success, data } = shape.safeParse(answer)
  if (!success || data.distribution.length !== candidates.length) throw new UnsoundAnswer()
  const sum = data.distribution.reduce((total, one) => total + one, 0)
  const isSound = Math.abs(sum - 1) <= sumTolerance && data.distribution[data.pickIndex] === data.probability
  if (!isSound) throw new UnsoundAnswer()
  return data
}
