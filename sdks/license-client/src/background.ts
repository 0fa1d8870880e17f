// The worker that sends one request: its sockets and look-ups belong to it, so none of them keeps the host alive.
import { parentPort, workerData } from 'node:worker_threads'
import { type HttpRequest, post } from './http.ts'
import { codeOf } from './transport.ts'

/** What comes back: the answer, or the code of the error. */
export type BackgroundMessage =
  | { readonly answer: Awaited<ReturnType<typeof post>> }
  | { readonly code: string }

const message: BackgroundMessage = await post(workerData as HttpRequest).then(
  (answer) => ({ answer }),
  (error: unknown) => ({ code: codeOf(error) }),
)
parentPort?.postMessage(message, [])
