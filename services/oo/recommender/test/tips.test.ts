import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene, type Tip, type TipRecord } from './system.ts'

interface SandboxTask {
  readonly id: string
  readonly checked: boolean
}

describe.each(databaseKinds)('tips on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  async function untilTask(
    person: Awaited<ReturnType<Scene['person']>>,
    isWanted: (tip: Tip) => boolean,
  ): Promise<Tip> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const tip = await scene.recommend(person)
      if (isWanted(tip)) return tip
    }
    throw new Error('no such tip in a hundred')
  }

  const isChecked = async (tip: Tip): Promise<boolean | undefined> => {
    const { items } = (await scene.todoist('GET', '/accounts/demo@example.com/tasks')) as {
      items: SandboxTask[]
    }
    return items.find(({ id }) => id === tip.deep_link?.split('/').at(-1))?.checked
  }

  it('gives advice to a person who connected nothing', async () => {
    const person = await scene.person()
    expect(await scene.recommend(person)).toMatchObject({ kind: 'advice', source: 'advice' })
  })

  it('holds what was done for seven seconds, then tells Todoist; undone takes it back there', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await untilTask(person, (one) => one.kind === 'todo' && !one.meta.is_recurring)
    await scene.react(person, tip, 'displayed')
    const done = await scene.react(person, tip, 'done')
    expect(done).toMatchObject({ state: 'done', delivery: 'waiting', undo_until: expect.any(String) })
    expect(await isChecked(tip)).toBe(false)
    await scene.work()
    expect(await isChecked(tip)).toBe(true)
    const told = await person.send('GET', `/api/v1/tips/${tip.id}`)
    expect((told.body as TipRecord).delivery).toBe('delivered')
    await scene.react(person, tip, 'undone')
    await scene.work()
    expect(await isChecked(tip)).toBe(false)
  })
})
