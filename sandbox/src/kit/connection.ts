import type { ServerResponse } from 'node:http'

/** A signal that is aborted when the answer's connection ends, however it ends. */
export function connectionSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}
