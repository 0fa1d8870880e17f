import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { bootModules, databaseKinds, type Person, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { __camel__Jobs } from './jobs.ts'
import { __camel__Contract, __camel__Module } from './module.ts'

describe.each(databaseKinds)('what __name__ forgets on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootModules({ modules: [identityModule, __camel__Module], database, loadDataKey })
  })
  afterAll(() => system.close())

  const add = async (person: Person, label: string) =>
    expect((await person.send('POST', '/api/v1/__name__/entries', { body: { label } })).status).toBe(201)
  const held = async ({ userId }: Person): Promise<unknown[]> => {
    const client = system.clientOf(__camel__Contract)
    const { sections } = await client.exportPersonalData(system.contextFor(userId), { user_id: userId })
    return sections.flatMap(({ items }) => items.map((item) => item['label']))
  }

  it('erases what a person leaves behind, and nothing of others', async () => {
    const [leaving, staying] = [await signUp(system), await signUp(system)]
    await add(leaving, 'gone')
    await add(staying, 'kept')
    expect((await leaving.send('DELETE', '/api/v1/me')).status).toBe(202)
    await system.settle({ retries: true })
    expect([await held(leaving), await held(staying)]).toEqual([[], ['kept']])
  })

  it('forgets entries after a year', async () => {
    const person = await signUp(system)
    await add(person, 'old')
    system.clock.advance(366 * 86_400_000)
    await system.running[0]?.platform.jobs.send(__camel__Jobs.expireEntries, {})
    await system.settle()
    expect(await held(person)).toEqual([])
  })
})
