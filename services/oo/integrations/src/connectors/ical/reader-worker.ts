import { parentPort, workerData } from 'node:worker_threads'
import type { ReaderAnswer } from './reader.ts'
import { NotACalendar, todosOf } from './todos.ts'

function answer(): ReaderAnswer {
  const { text, now } = workerData as { text: string; now: number }
  try {
    return todosOf(text, now)
  } catch (error) {
    return { refused: error instanceof NotACalendar ? error.message : 'It cannot be read.' }
  }
}

parentPort?.postMessage(answer(), [])
