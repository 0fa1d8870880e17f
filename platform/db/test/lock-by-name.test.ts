import { newId, systemClock, systemContext } from '@triptych/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createModuleDatabase, lockByName, type ModuleDatabase } from '../src/index.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing.ts'

const postgresUrl = process.env['TEST_POSTGRES_URL']
const sources = [{ module: 'notes', directory: new URL('fixtures/notes/', import.meta.url) }]

describe.runIf(postgresUrl !== undefined)('a lock by name', () => {
  let test: TestDatabase
  let notes: ModuleDatabase<object>
  beforeAll(async () => {
    test = await openTestDatabase('postgres', sources, postgresUrl)
    notes = createModuleDatabase<object>({ database: test.app, module: 'notes', clock: systemClock, newId })
  })
  afterAll(() => test.close())

  const lock = (name: string, work: () => Promise<void> = () => Promise.resolve()) =>
    notes.write(systemContext({ clock: systemClock, newId }), async ({ query }) => {
      await lockByName(query, name)
      await work()
    })

  it('keeps out whoever wants the same until the transaction ends, and nobody else', async () => {
    const order: string[] = []
    const [held, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = lock('notes.one', () => {
      held.resolve()
      return ended.promise
    })
    await held.promise
    const second = lock('notes.one').then(() => order.push('the same'))
    await lock('notes.other')
    await lock('notes.another')
    order.push('others')
    ended.resolve()
    await Promise.all([first, second])
    expect(order).toEqual(['others', 'the same'])
  })
})
