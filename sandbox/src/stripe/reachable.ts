import { connect } from 'node:net'
import type { Clock } from '../kit/clock.ts'

const everyMs = 250
const patienceMs = 30_000

/** Waits for a receiver that is started together with the sandbox; at the longest half a minute. */
export async function untilReachable(url: string, clock: Clock, signal: AbortSignal): Promise<void> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
  while (!over.aborted && !(await accepts(url))) {
    await clock.wait(everyMs, over).catch(() => undefined)
  }
}

async function accepts(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return await new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
