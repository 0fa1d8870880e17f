import { newId } from '@triptych/kernel'
import type { Stage, World } from '../world.ts'

const kinds = {
  refused: 'unauthorized',
  unavailable: 'server_error',
  limited: 'limits_reached',
  nonsense: 'gone',
  cut: 'cut_connection',
}

export async function openStage({ connectors, call }: World): Promise<Stage> {
  const connector = connectors.get('todoist')
  if (connector?.kind !== 'oauth') throw new Error('Todoist is an OAuth connector')
  const account = `${newId()}@example.net`
  await call('/todoist/accounts', { email: account })
  const redirectUri = 'http://localhost:3000/api/v1/connectors/todoist/callback'
  const address = connector.beginOAuth({ state: newId(), redirectUri })
  const consent = await fetch(`${address}&auto=${account}`, { redirect: 'manual' })
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const tasks = `/todoist/accounts/${account}/tasks`
  return {
    connector,
    credential: await connector.finishOAuth({ code, redirectUri }, AbortSignal.timeout(30_000)),
    add: async (content) => ((await call(tasks, { content })) as { id: string }).id,
    complete: async (id) => void (await call(`${tasks}/${id}/close`)),
    remove: async (id) => void (await call(`${tasks}/${id}/delete`)),
    // Read again after a pause of its own; the fault outlasts that.
    arm: async (fault) => void (await call('/todoist/faults', { kind: kinds[fault], times: 4, account })),
  }
}
