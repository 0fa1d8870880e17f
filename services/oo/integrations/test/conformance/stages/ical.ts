import type { Stage, World } from '../world.ts'

const kinds = {
  refused: 'http_404',
  unavailable: 'http_5xx',
  limited: 'http_429',
  nonsense: 'html',
  cut: 'cut_connection',
}

export async function openStage({ connectors, call, sandbox }: World): Promise<Stage> {
  const connector = connectors.get('ical')
  if (connector?.kind !== 'feed') throw new Error('a calendar is a feed')
  const address = `${sandbox.url}/ical/household.ics?secret=address-of-nobody-else`
  const at = (uid: string, verb: string) => call(`/ical/todos/${encodeURIComponent(uid)}/${verb}`)
  return {
    connector,
    credential: await connector.openFeed(address, AbortSignal.timeout(30_000)),
    add: async (summary) => ((await call('/ical/todos', { summary })) as { uid: string }).uid,
    complete: async (uid) => void (await at(uid, 'complete')),
    remove: async (uid) => void (await at(uid, 'delete')),
    arm: async (fault) => void (await call('/ical/faults', { kind: kinds[fault] })),
  }
}
