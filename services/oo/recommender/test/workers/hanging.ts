import { parentPort } from 'node:worker_threads'

/** A shadow that computes for ever. */
parentPort?.on('message', () => {
  for (;;);
})
