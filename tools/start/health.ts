import { setTimeout as wait } from 'node:timers/promises'

export interface HealthWait {
  readonly url: string
  readonly deadlineMs: number
  /** Ends the wait early, with false. */
  readonly signal: AbortSignal
}

/** Asks until the address answers at all with a success; false when the deadline passes or the signal comes first. */
export async function waitForHealth({ url, deadlineMs, signal }: HealthWait): Promise<boolean> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  while (!over.aborted) {
    if (await answers(url, over)) return true
    await wait(50, undefined, { signal: over }).catch(() => {})
  }
  return false
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
