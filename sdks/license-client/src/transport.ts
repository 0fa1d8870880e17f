import { Worker } from 'node:worker_threads'
import type { BackgroundMessage } from './background.ts'
import { type HttpAnswer, type HttpRequest, post, requestHeaders } from './http.ts'

/** Posts once; rejects with an error whose `code` or cause's `code` says why there is no answer. */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>

export const transportOf =
  (fetch: typeof globalThis.fetch): Transport =>
  async ({ url, body }, signal) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: requestHeaders(),
      body,
      signal,
      redirect: 'manual',
    })
    return { status: answer.status, body: await answer.text() }
  }

/** The code of an error or of what caused it. */
export function codeOf(error: unknown): string {
  for (const one of [error, error instanceof Error ? error.cause : undefined])
    if (one instanceof Error && 'code' in one && typeof one.code === 'string') return one.code
  return 'UNKNOWN'
}

class BackgroundError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** By a worker, so that no socket and no look-up keeps the host alive. */
export const defaultTransport: Transport = (request, signal) =>
  new Promise((resolve, reject) => {
    const worker = startWorker(request)
    // Where no worker can be had (bundled away, forbidden), the request is sent from here.
    const sendHere = (): void => void post(request, signal).then(resolve, reject)
    if (worker === undefined) return sendHere()
    const abort = (): void => {
      void worker.terminate()
      reject(new BackgroundError('ABORT_ERR'))
    }
    signal.addEventListener('abort', abort, { once: true })
    worker.once('message', (message: BackgroundMessage) => {
      if ('answer' in message) resolve(message.answer)
      else reject(new BackgroundError(message.code))
    })
    worker.once('error', sendHere)
    worker.once('exit', () => {
      signal.removeEventListener('abort', abort)
    })
    // Only now: a listener for messages holds the process again.
    worker.unref()
  })

function startWorker(workerData: HttpRequest): Worker | undefined {
  // The host's preloaded modules are none of this worker's business.
  const { NODE_OPTIONS: _options, ...env } = process.env
  try {
    return new Worker(new URL('./background.js', import.meta.url), { workerData, execArgv: [], env })
  } catch {
    return undefined
  }
}
