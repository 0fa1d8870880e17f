import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { integrations, openScene, type SandboxTask, type Scene } from './system.ts'

describe.each(databaseKinds)('connecting Todoist on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  it('connects, reads, completes a task there, and lets go', async () => {
    const person = await scene.person()
    const connected = await scene.connect(person, { retention_days: 7 })
    expect(connected).toMatchObject({ status: 200, body: { status: 'connected', retention_days: 7 } })
    await scene.work()

    const client = integrations(scene.system)
    const context = scene.system.contextFor(person.userId)
    const { items } = await client.listOpenTasks(context, { user_id: person.userId })
    expect(items.length).toBeGreaterThan(30)
    const task = items.find((one) => !one.is_recurring && one.open_children === 0)
    if (task === undefined) throw new Error('the account has an ordinary task')

    const opened = await client.getOpenTask(context, { user_id: person.userId, task_id: task.id })
    expect(opened.task).toMatchObject({ ...task, title: expect.any(String) })

    const command = { user_id: person.userId, task_id: task.id, action: 'complete' as const }
    const first = await client.act(context, { ...command, command_id: task.id })
    expect(first).toEqual({ outcome: 'done', is_recurring: false })
    const there = (await scene.todoist('GET', '/accounts/demo@example.com/tasks')) as { items: SandboxTask[] }
    const id = opened.task?.url?.split('/').at(-1)
    expect(there.items.find((one) => one.id === id)?.checked).toBe(true)

    const gone = await person.send('DELETE', '/api/v1/connectors/todoist')
    expect(gone).toMatchObject({
      status: 200,
      body: { status: 'disconnected', disconnection: { state: 'pending' } },
    })
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({ disconnection: { state: 'revoked' } })
  })
})
