import { parentPort } from 'node:worker_threads'
import { canonicalJson, decide, type DecisionInput } from '@triptych/oo-policies'
import type { ShadowJob } from './shadows.ts'

/** Decides for each shadow in turn, answering after each: what takes too long is seen from outside. */
parentPort?.on('message', ({ input: bytes, shadows }: ShadowJob) => {
  const input = JSON.parse(Buffer.from(bytes).toString('utf8')) as DecisionInput
  for (const { id, version, parameters, state } of shadows) {
    const started = performance.now()
    try {
      const output = decide({ ...input, policy: { id, version, parameters }, state })
      const record = new TextEncoder().encode(canonicalJson(output))
      const answer = { outcome: 'decided', record, tookMs: performance.now() - started }
      parentPort?.postMessage(answer, [record.buffer])
    } catch {
      const answer = { outcome: 'failed', record: null, tookMs: performance.now() - started }
      parentPort?.postMessage(answer, [])
    }
  }
})
