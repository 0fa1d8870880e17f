import { newId } from '@triptych/kernel'
import type { Stage, World } from '../world.ts'

const kinds = {
  refused: 'unauthorized',
  unavailable: 'server_error',
  limited: 'rate_limited',
  nonsense: 'html',
  cut: 'cut_connection',
}

export async function openStage({ connectors, call }: World): Promise<Stage> {
  const connector = connectors.get('__name__')
  if (connector?.kind !== 'oauth') throw new Error('__Title__ is an OAuth connector')
  const redirectUri = 'http://localhost:3000/api/v1/connectors/__name__/callback'
  const address = connector.beginOAuth({ state: newId(), redirectUri })
  const consent = await fetch(`${address}&auto=approve`, { redirect: 'manual' })
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? ''
  return {
    connector,
    credential: await connector.finishOAuth({ code, redirectUri }, AbortSignal.timeout(30_000)),
    add: async (title) => ((await call('/__name__/tasks', { title })) as { id: string }).id,
    complete: async (id) => void (await call(`/__name__/tasks/${id}/complete`)),
    remove: async (id) => void (await call(`/__name__/tasks/${id}/delete`)),
    // Read again after a pause of its own; the fault outlasts that.
    arm: async (fault) => void (await call('/__name__/faults', { kind: kinds[fault], times: 4 })),
  }
}
