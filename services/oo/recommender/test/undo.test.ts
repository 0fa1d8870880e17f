import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { newId } from '@triptych/kernel'
import type { Sandbox } from '@triptych/sandbox'
import { databaseKinds, type Person } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recommenderJobs } from '../src/jobs.ts'
import { openScene, type Scene, type Tip, type TipRecord } from './system.ts'
import { openGate, type TodoistGate } from './todoist-gate.ts'

const cannotBeUndone = expect.stringContaining('cannot be undone') as string

/** The sandbox's Todoist, with the gate before it. */
const todoistAt = ({ url }: Sandbox, gate: TodoistGate) => ({
  TODOIST_CLIENT_ID: 'triptych-sandbox',
  TODOIST_CLIENT_SECRET: 'sandbox-todoist-client',
  TODOIST_AUTHORIZE_URL: `${url}/todoist/oauth/authorize`,
  TODOIST_API_URL: gate.url,
})

/** How it ends when the completion reached Todoist: there, what it was told, and what the person is told. */
const endings = [
  ['one-off', { isChecked: false, told: ['item_close', 'item_uncomplete'] }, null],
  ['recurring', { isChecked: false, told: ['item_close'] }, cannotBeUndone],
] as const

/** A tip of the only task of its person's account. */
interface Told {
  readonly person: Person
  readonly tip: Tip
  readonly account: string
  /** What Todoist calls the task. */
  readonly task: string
}

describe.each(databaseKinds)('undo on %s', (database) => {
  let scene: Scene
  let gate: TodoistGate
  beforeAll(async () => {
    scene = await openScene(database, async (sandbox) => {
      gate = await openGate(`${sandbox.url}/todoist`)
      return { ...todoistAt(sandbox, gate), OO_POLICY: 'priority', OO_SHADOW_POLICIES: 'none' }
    })
  })
  afterAll(async () => {
    await scene.close()
    await gate.close()
  })

  async function tipOf(kind: 'one-off' | 'recurring'): Promise<Told> {
    const account = `${newId()}@example.net`
    await scene.todoist('POST', '/accounts', { email: account, filling: 'empty' })
    const added = await scene.todoist('POST', `/accounts/${account}/tasks`, {
      content: 'Water the ferns',
      priority: 4,
      due_string: kind === 'recurring' ? 'every day' : 'today',
    })
    const person = await scene.person({ connected: account })
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const tip = await scene.recommend(person)
      if (tip.kind === 'todo') return { person, tip, account, task: (added as { id: string }).id }
    }
    throw new Error('the task was never chosen')
  }

  const done = ({ person, tip }: Told) => scene.react(person, tip, 'done')
  const undone = ({ person, tip }: Told) => scene.react(person, tip, 'undone')
  const read = async ({ person, tip }: Told) =>
    (await person.send('GET', `/api/v1/tips/${tip.id}`)).body as TipRecord
  /** How the task stands at Todoist, and what it was told. */
  async function atTodoist({ account, task }: Told) {
    const { items } = (await scene.todoist('GET', `/accounts/${account}/tasks`)) as {
      items: { id: string; checked: boolean; due: { date: string } | null }[]
    }
    const found = items.find(({ id }) => id === task)
    return { isChecked: found?.checked, due: found?.due?.date, told: gate.told(task) }
  }
  /** What the person says while Todoist has executed the next command and nobody here knows it. */
  function meanwhile<Said>({ task }: Told, say: () => Promise<Said>): Promise<Said> {
    return new Promise((resolve, reject) => {
      gate.beforeAnswered(task, () => say().then(resolve, reject))
    })
  }

  it('while it is being sent: the task is opened again, once', async () => {
    const one = await tipOf('one-off')
    await done(one)
    const said = meanwhile(one, () => undone(one))
    await scene.work()
    expect(await said).toMatchObject({ state: 'displayed', delivery: 'waiting', notice: null })
    expect(await atTodoist(one)).toMatchObject({ isChecked: false, told: ['item_close', 'item_uncomplete'] })
    expect(await read(one)).toMatchObject({ state: 'displayed', delivery: 'none', notice: null })
  })

  it('while a recurring one is being sent: said plainly, at once and afterwards', async () => {
    const one = await tipOf('recurring')
    const { due } = await atTodoist(one)
    await done(one)
    const said = meanwhile(one, () => undone(one))
    await scene.work()
    expect(await said).toMatchObject({ state: 'displayed', delivery: 'waiting', notice: cannotBeUndone })
    const after = await atTodoist(one)
    expect(after).toMatchObject({ isChecked: false, told: ['item_close'] })
    expect(Date.parse(after.due ?? '') - Date.parse(due ?? '')).toBe(86_400_000)
    expect(await read(one)).toMatchObject({
      notice: 'This task repeats: it has moved on to its next date, and that cannot be undone.',
    })
  })

  it.each(['one-off', 'recurring'] as const)(
    'while a %s one is being sent that Todoist then refuses: nothing has happened, and nothing is said',
    async (kind) => {
      const one = await tipOf(kind)
      const { due } = await atTodoist(one)
      await done(one)
      await scene.todoist('POST', '/faults', { kind: 'command_error', account: one.account })
      const said = meanwhile(one, () => undone(one))
      await scene.work()
      await said
      expect(await atTodoist(one)).toEqual({ isChecked: false, due, told: ['item_close'] })
      expect(await read(one)).toMatchObject({ state: 'displayed', delivery: 'none', notice: null })
    },
  )

  it('and done again while it is being sent: it stays done', async () => {
    const one = await tipOf('one-off')
    await done(one)
    const said = meanwhile(one, async () => [await undone(one), await done(one)])
    await scene.work()
    expect((await said)[1]).toMatchObject({ state: 'done', delivery: 'waiting', notice: null })
    expect(await atTodoist(one)).toMatchObject({ isChecked: true, told: ['item_close'] })
    expect(await read(one)).toMatchObject({ state: 'done', delivery: 'delivered', notice: null })
  })

  it('and done again while it is being opened again: told once more, after the hold', async () => {
    const one = await tipOf('one-off')
    await done(one)
    await scene.work()
    await undone(one)
    const said = meanwhile(one, () => done(one))
    await scene.system.settle()
    expect(await said).toMatchObject({ state: 'done', delivery: 'waiting', notice: null })
    expect(await atTodoist(one)).toMatchObject({ isChecked: false, told: ['item_close', 'item_uncomplete'] })
    expect(await read(one)).toMatchObject({ delivery: 'waiting', undo_until: expect.any(String) as string })
    await scene.work()
    expect(await atTodoist(one)).toMatchObject({
      isChecked: true,
      told: ['item_close', 'item_uncomplete', 'item_close'],
    })
  })

  it('of a recurring one, and done again: it has moved on once', async () => {
    const one = await tipOf('recurring')
    await done(one)
    await scene.work()
    expect(await undone(one)).toMatchObject({ notice: cannotBeUndone })
    expect(await done(one)).toMatchObject({ state: 'done', delivery: 'delivered', notice: null })
    await scene.work()
    expect((await atTodoist(one)).told).toEqual(['item_close'])
  })

  it('goes by what the task was when it was done, not when it was chosen', async () => {
    const one = await tipOf('recurring')
    await scene.todoist('POST', `/accounts/${one.account}/tasks/${one.task}/update`, { due: null })
    scene.system.clock.advance(6 * 60_000)
    await scene.recommend(one.person)
    await scene.work()
    await done(one)
    await scene.work()
    expect((await atTodoist(one)).isChecked).toBe(true)
    expect(await undone(one)).toMatchObject({ notice: null })
    await scene.work()
    expect(await atTodoist(one)).toMatchObject({ isChecked: false, told: ['item_close', 'item_uncomplete'] })
  })

  it('alone takes a completion back: another answer later does not', async () => {
    const one = await tipOf('one-off')
    await done(one)
    await scene.work()
    expect(await scene.react(one.person, one.tip, 'dismissed')).toMatchObject({ state: 'dismissed' })
    await scene.work()
    expect(await atTodoist(one)).toMatchObject({ isChecked: true, told: ['item_close'] })
  })

  it('of what could not be told lets it be told again', async () => {
    const one = await tipOf('one-off')
    await scene.todoist('POST', '/faults', { kind: 'command_error', account: one.account })
    await done(one)
    await scene.work()
    expect(await read(one)).toMatchObject({ delivery: 'failed', notice: expect.any(String) as string })
    expect(await undone(one)).toMatchObject({ delivery: 'none', notice: null })
    expect(await done(one)).toMatchObject({ delivery: 'waiting', notice: null })
    await scene.work()
    expect(await atTodoist(one)).toMatchObject({ isChecked: true, told: ['item_close', 'item_close'] })
  })

  it.each(endings)('of a %s one whose answer was lost ends the same', async (kind, expected, notice) => {
    const one = await tipOf(kind)
    const { due } = await atTodoist(one)
    await done(one)
    const answerAgain = gate.loseAnswers(one.task)
    await scene.work()
    expect(await read(one)).toMatchObject({ delivery: 'waiting' })
    await undone(one)
    answerAgain()
    await scene.work()
    const after = await atTodoist(one)
    expect(after).toMatchObject(expected)
    if (kind === 'recurring') expect(Date.parse(after.due ?? '') - Date.parse(due ?? '')).toBe(86_400_000)
    expect(await read(one)).toMatchObject({ state: 'displayed', notice })
  })

  it.each(endings)(
    'of a %s one over a crash that forgot its outcome ends the same',
    async (kind, expected, notice) => {
      const one = await tipOf(kind)
      await done(one)
      await scene.work()
      // As a process leaves it that dies between Integrations' answer and its own commit.
      const [row] = await scene.system.database.asOwner<{ id: string }>(
        `update recommender.deliveries set state = 'sending', was_recurring = null
        where tip_id = '${one.tip.id}' returning id`,
      )
      await undone(one)
      const about = { userId: one.person.userId }
      await scene.system.running[0]?.platform.jobs.send(
        recommenderJobs.deliver,
        { delivery_id: row?.id ?? '' },
        about,
      )
      await scene.work()
      expect(await atTodoist(one)).toMatchObject(expected)
      expect(await read(one)).toMatchObject({ state: 'displayed', notice })
    },
  )

  // The embedded database belongs to one process.
  it.each(database === 'postgres' ? endings : [])(
    'of a %s one that a process was sending when it was killed ends the same',
    { timeout: 240_000 },
    async (kind, expected, notice) => {
      const one = await tipOf(kind)
      await done(one)
      const [row] = await scene.system.database.asOwner<{ id: string }>(
        `select id from recommender.deliveries where tip_id = '${one.tip.id}'`,
      )
      const child = deliverElsewhere(one.person, row?.id ?? '')
      const ended = once(child, 'exit')
      const said = meanwhile(one, async () => {
        child.kill('SIGKILL')
        await ended
        return undone(one)
      })
      expect((await ended)[1]).toBe('SIGKILL')
      expect(await said).toMatchObject({ state: 'displayed', delivery: 'waiting' })
      await scene.work()
      expect(await atTodoist(one)).toMatchObject(expected)
      expect(await read(one)).toMatchObject({ state: 'displayed', notice })
    },
  )

  function deliverElsewhere({ userId }: Person, deliveryId: string): ChildProcess {
    const { DATA_DIR } = scene.system.running[0]?.config ?? {}
    const environment = {
      ...todoistAt(scene.sandbox, gate),
      TRIPTYCH_ENV: 'test',
      ROLE: 'api',
      PUBLIC_API: 'off',
      HOST: '127.0.0.1',
      INTERNAL_PORT: '0',
      DATA_DIR,
      SERVICE_KEYS_FILE: `${DATA_DIR}/service-keys.json`,
      DATABASE_URL: scene.system.database.url,
    }
    const aheadMs = scene.system.clock.now() - Date.now()
    const given = JSON.stringify({ userId, deliveryId, aheadMs, environment })
    return spawn(process.execPath, [join(import.meta.dirname, 'deliver-process.ts'), given], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  }

  it('in the very moment in which it is sent: never lost, whichever comes first', async () => {
    const all: Awaited<ReturnType<typeof tipOf>>[] = []
    while (all.length < 12) all.push(await tipOf('one-off'))
    for (const one of all) await done(one)
    await Promise.all([scene.work(), ...all.map((one) => undone(one))])
    await scene.work()
    for (const one of all) {
      const { isChecked, told } = await atTodoist(one)
      expect(isChecked).toBe(false)
      expect([[], ['item_close', 'item_uncomplete']]).toContainEqual(told)
      expect(await read(one)).toMatchObject({ state: 'displayed', delivery: 'none', notice: null })
    }
  })
})
