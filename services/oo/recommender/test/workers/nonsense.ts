import { parentPort } from 'node:worker_threads'
import type { ShadowJob } from '../../src/ports/shadows.ts'

parentPort?.on('message', ({ shadows }: ShadowJob) => {
  for (const _ of shadows)
    parentPort?.postMessage({ outcome: 'decided', record: 'a poem', tookMs: 'soon' }, [])
})
