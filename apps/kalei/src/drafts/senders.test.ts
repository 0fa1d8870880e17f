import { createMemoryStorage } from '../../test/memory-storage.ts'
import type { Api } from '../api/client.ts'
import type { Draft } from './draft.ts'
import { createSenders } from './senders.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString()
const draft: Draft = {
  clientId: 'c1',
  kind: 'turn',
  text: 'I always fail.',
  writtenAt: at(0),
  attemptedAt: at(10),
}

/** The person's turns, newest first, one a page. */
function finderOn(turns: readonly { thought: string; created_at: string }[]) {
  const read: number[] = []
  const listTurns = async ({ cursor = '0' }: { cursor?: string }) => {
    const index = Number(cursor)
    read.push(index)
    const next = index + 1 < turns.length ? String(index + 1) : null
    return { items: turns.slice(index, index + 1), next_cursor: next }
  }
  const api = { turn: { listTurns } } as unknown as Api
  return { read, find: createSenders(api, createMemoryStorage(), 'u1').findDelivered }
}

const others = (count: number, minute: number) =>
  Array.from({ length: count }, () => ({ thought: 'Another one.', created_at: at(minute) }))
const own = { thought: draft.text, created_at: at(10) }

test('a turn that arrived is found however many were made since', async () => {
  const { find } = finderOn([...others(30, 20), own, ...others(5, 5)])
  expect(await find(draft)).toEqual({ kind: 'turn', answer: own })
})

test('what is older than the draft ends the search, and the same words from before are not it', async () => {
  const { find, read } = finderOn([...others(2, 20), { ...own, created_at: at(9) }, ...others(30, 5)])
  expect(await find(draft)).toBeUndefined()
  expect(read).toEqual([0, 1, 2])
})
