import { systemClock, type Clock } from '../src/kit/clock.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from '../src/server.ts'

/** A sandbox on free ports that answers at once. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return await createSandbox({
    sandbox: 'on',
    port: 0,
    settings: { mail: { smtpPort: 0 }, openrouter: { latency: 'none' } },
    ...options,
  })
}

/** Never waits, and remembers how long it was asked to. */
export function createRecordingClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = []
  return {
    waits,
    now: () => systemClock.now(),
    wait: async (ms) => {
      waits.push(ms)
    },
  }
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** Polls until `check` gives something; fails after two seconds. */
export async function eventually<Value>(check: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = Date.now() + 2000
  for (;;) {
    const value = await check()
    if (value !== undefined) return value
    if (Date.now() > deadline) throw new Error('It did not happen within two seconds.')
    await systemClock.wait(10)
  }
}
