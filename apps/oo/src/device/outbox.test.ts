import { createLocks, ProblemError } from '@triptych/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Feedback, TipRecord } from '../api/api.ts'
import { createOutbox, type Waiting } from './outbox.ts'
import type { Table } from './store.ts'

const memoryTable = (): Table => {
  const rows = new Map<string, unknown>()
  return {
    get: async <T>(key: string) => rows.get(key) as T | undefined,
    set: async (key, value) => void rows.set(key, value),
    remove: async (key) => void rows.delete(key),
    all: async <T>() => [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value as T),
    clear: async () => rows.clear(),
  }
}

const waiting = (second: number, owner = 'ada'): Waiting => ({
  owner,
  feedback: {
    tip_id: `tip-${second}`,
    reaction: 'done',
    client_id: `client-${second}`,
    at: new Date(Date.UTC(2026, 10, 20, 8, 0, second)).toISOString(),
  },
})

function setUp() {
  const arrived: string[] = []
  const state = { failing: undefined as (() => Error) | undefined }
  const send = async ({ client_id }: Feedback) => {
    if (state.failing) throw state.failing()
    arrived.push(client_id)
    return { tip: { id: client_id } as TipRecord }
  }
  const outbox = createOutbox({ table: memoryTable(), locks: createLocks(), send })
  return { outbox, arrived, state }
}

const offline = () => new TypeError('Failed to fetch')

describe('reactions that wait', () => {
  it('are sent once when the connection is back, oldest first', async () => {
    const { outbox, arrived, state } = setUp()
    state.failing = offline
    for (const second of [3, 1, 2]) expect(await outbox.add(waiting(second))).toBeUndefined()
    state.failing = undefined
    await Promise.all([outbox.flush('ada'), outbox.flush('ada')])
    expect(arrived).toEqual(['client-1', 'client-2', 'client-3'])
  })

  it('answer at once with a connection', async () => {
    const { outbox } = setUp()
    expect(await outbox.add(waiting(1))).toEqual({ id: 'client-1' })
  })

  it('stay with whoever made them', async () => {
    const { outbox, arrived, state } = setUp()
    state.failing = offline
    await outbox.add(waiting(1, 'ada'))
    state.failing = undefined
    await outbox.flush('grace')
    expect(arrived).toEqual([])
    await outbox.flush('ada')
    expect(arrived).toEqual(['client-1'])
  })

  it('are given up when the server will never take them, and do not block the next', async () => {
    const { outbox, arrived, state } = setUp()
    state.failing = () => new ProblemError(404, undefined, undefined)
    await outbox.add(waiting(1))
    state.failing = undefined
    await outbox.add(waiting(2))
    expect(arrived).toEqual(['client-2'])
  })

  it('arrive each once and in order however the connection comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('add', 'flush', 'drop', 'restore'), { maxLength: 40 }),
        async (steps) => {
          const { outbox, arrived, state } = setUp()
          let made = 0
          for (const step of steps) {
            if (step === 'drop') state.failing = offline
            if (step === 'restore') state.failing = undefined
            if (step === 'flush') await outbox.flush('ada')
            if (step === 'add') await outbox.add(waiting((made += 1)))
          }
          state.failing = undefined
          await outbox.flush('ada')
          expect(arrived).toEqual(Array.from({ length: made }, (_, index) => `client-${index + 1}`))
        },
      ),
    )
  })
})
