import { parentPort } from 'node:worker_threads'

parentPort?.on('message', () => {
  throw new Error('a shadow that fails takes its thread with it')
})
