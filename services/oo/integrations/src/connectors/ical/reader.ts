import { Worker } from 'node:worker_threads'
import { type CalendarReading, NotACalendar } from './todos.ts'

export type ReaderAnswer = CalendarReading | { readonly refused: string }

const patienceMs = 10_000
const limits = { maxOldGenerationSizeMb: 256 }
const worker = new URL('reader-worker.ts', import.meta.url)

/**
 * Reads a calendar in a thread of its own: it comes from anywhere, and a file made to swell or to take long must hold up
 * nobody else. Throws `NotACalendar`.
 */
export async function readCalendar(
  text: string,
  now: number,
  timeoutMs = patienceMs,
): Promise<CalendarReading> {
  const thread = new Worker(worker, { workerData: { text, now }, resourceLimits: limits })
  const answer = await new Promise<ReaderAnswer>((resolve) => {
    const tooMuch = (): void => resolve({ refused: 'It takes too long to read.' })
    const timer = setTimeout(tooMuch, timeoutMs)
    thread.once('message', resolve)
    thread.once('error', tooMuch)
    thread.once('exit', () => {
      clearTimeout(timer)
      tooMuch()
    })
  })
  await thread.terminate()
  if ('refused' in answer) throw new NotACalendar(answer.refused)
  return answer
}
