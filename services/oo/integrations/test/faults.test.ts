import { newId } from '@triptych/kernel'
import { databaseKinds } from '@triptych/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Connected, integrations, openScene, type SandboxTask, type Scene } from './system.ts'

const syncPath = '/api/v1/sync'
const minute = 60
const fine = { status: 'connected', problem: null }
const away = { status: 'connected', problem: { code: 'unavailable' } }
const lost = { status: 'needs_reconnect', problem: { code: 'access_refused' } }

interface Case {
  readonly name: string
  readonly fault: Record<string, unknown>
  readonly answer: number
  readonly standing: object
}

/** A reading is tried twice while Todoist is away; a clear answer is not asked for again. */
const outage = 2
const outages: readonly Record<string, unknown>[] = [
  { kind: 'server_error', times: outage },
  { kind: 'server_error', status: 500, times: outage },
  { kind: 'html_body', status: 502, times: outage },
  { kind: 'cut_connection', times: outage },
  { kind: 'html_body', status: 404 },
  { kind: 'gone' },
]
const inside = (tag: string) => ({ kind: 'command_error', tag })
const unreadable: readonly Case[] = outages.map((fault) => ({
  name: Object.values(fault).join(' '),
  fault,
  answer: 503,
  standing: away,
}))
const passing: readonly Case[] = [
  'unauthorized',
  'bad_sync_token',
  'bad_sync_token_full',
  'full_sync',
  'server_error',
  'cut_connection',
  'item_moved',
  'item_deleted',
  'recurring_postponed',
].map((kind) => ({ name: `${kind} once`, fault: { kind }, answer: 200, standing: fine }))
const late: Case = {
  name: 'slow',
  fault: { kind: 'slow', delay_ms: 50 },
  answer: 200,
  standing: fine,
}

describe.each(databaseKinds)('what Todoist may do, on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
    // Events leave the outbox at once; what was said is kept for the tests.
    await scene.system.database.asOwner(`
      create table public.told (subject text, user_id uuid, body text);
      create function public.tell() returns trigger language plpgsql security definer as $$
        begin insert into public.told values (new.subject, new.user_id, encode(new.body, 'escape')); return new; end $$;
      create trigger tell after insert on integrations.outbox for each row execute function public.tell()`)
  })
  afterAll(() => scene.close())
  afterEach(async () => {
    const { items } = (await scene.todoist('GET', '/faults')) as { items: { id: string }[] }
    for (const { id } of items) await scene.todoist('POST', `/faults/${id}/clear`)
    await scene.todoist('POST', '/webhooks', { url: null })
    // The circuit that an outage opened closes again.
    await scene.advance(minute)
  })

  const arm = (person: Connected, fault: object) =>
    scene.todoist('POST', '/faults', { ...fault, account: person.account })
  const sync = (person: Connected) => person.send('POST', '/api/v1/connectors/todoist/sync')
  const tasksAt = async ({ account }: Connected): Promise<SandboxTask[]> =>
    ((await scene.todoist('GET', `/accounts/${account}/tasks`)) as { items: SandboxTask[] }).items
  const add = async ({ account }: Connected, fields: object = {}): Promise<string> => {
    const task = await scene.todoist('POST', `/accounts/${account}/tasks`, { content: 'Mend it', ...fields })
    return (task as { id: string }).id
  }
  const signals = async ({ userId }: Connected): Promise<string[]> => {
    const rows = await scene.system.database.asOwner<{ body: string }>(
      `select body from public.told where user_id = '${userId}' and subject = 'integrations.signal.received.v1'`,
    )
    const kinds = /added|updated|postponed|completed|moved_on|reopened|deleted/
    return rows.map(({ body }) => kinds.exec(body)?.[0] ?? body)
  }
  const mirrored = async ({ userId }: Connected): Promise<string[]> => {
    const rows = await scene.system.database.asOwner<{ external_id: string }>(
      `select external_id from integrations.tasks
        where user_id = '${userId}' and not is_deleted and not is_checked`,
    )
    return rows.map(({ external_id: id }) => id).sort()
  }
  const openThere = async (person: Connected): Promise<string[]> =>
    (await tasksAt(person))
      .filter(({ checked, is_deleted: gone }) => !checked && !gone)
      .map(({ id }) => id)
      .sort()

  it.each([...unreadable, ...passing, late])('$name', async ({ fault, answer, standing }) => {
    const person = await scene.connected()
    const before = await mirrored(person)
    const added = await add(person)
    // A full answer does not name it any more; only one that is taken for full lets go of it.
    const removed = before.at(-1) ?? ''
    await scene.todoist('POST', `/accounts/${person.account}/tasks/${removed}/delete`)
    await arm(person, fault)
    expect((await sync(person)).status).toBe(answer)
    expect(await scene.standing(person)).toMatchObject(standing)
    if (answer !== 200) {
      // Tips go on from what is known, and the next reading begins where the last good one ended.
      expect(await mirrored(person)).toEqual(before)
      await scene.advance(minute)
      expect((await sync(person)).status).toBe(200)
    }
    expect(await scene.standing(person)).toMatchObject(fine)
    const open = await openThere(person)
    expect(open).toContain(added)
    expect(open).not.toContain(removed)
    expect(await mirrored(person)).toEqual(open)
  })

  it('is left alone for as long as it asks, whoever asks meanwhile', async () => {
    const person = await scene.connected()
    const added = await add(person)
    await arm(person, { kind: 'limits_reached', retry_after: 20 * minute })
    expect((await sync(person)).body).toMatchObject({ code: 'integrations.provider_busy' })
    expect(await scene.standing(person)).toMatchObject({ status: 'connected', problem: { code: 'busy' } })
    const asked = scene.gate.count(syncPath)
    await scene.advance(15 * minute)
    const again = await sync(person)
    expect(again).toMatchObject({ status: 503, body: { code: 'integrations.provider_busy' } })
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(4 * minute)
    const context = scene.system.contextFor(person.userId)
    // Known tasks are old by now: a reading is asked for behind the answer, and waits as well.
    await integrations(scene.system).listOpenTasks(context, { user_id: person.userId })
    await scene.work()
    expect(scene.gate.count(syncPath)).toBe(asked)
    await scene.advance(5 * minute)
    expect((await sync(person)).status).toBe(200)
    expect(await scene.standing(person)).toMatchObject(fine)
    expect(await mirrored(person)).toContain(added)
  })

  it('that refuses our access for good is asked once more and then left', async () => {
    const person = await scene.connected()
    await arm(person, { kind: 'unauthorized', times: 'always' })
    expect((await sync(person)).body).toMatchObject({ code: 'integrations.needs_reconnect' })
    expect(await scene.standing(person)).toMatchObject(lost)
    const asked = scene.gate.count(syncPath)
    await scene.work()
    expect((await sync(person)).status).toBe(409)
    expect([scene.gate.count(syncPath), scene.gate.renewals(person.grant)]).toEqual([asked, 1])
  })

  it.each([
    { kind: 'recurring_postponed', signal: 'postponed', isRecurring: true },
    { kind: 'item_moved', signal: 'updated', isRecurring: false },
    { kind: 'item_deleted', signal: 'deleted', isRecurring: false },
  ])('$kind is told as $signal', async ({ kind, signal, isRecurring }) => {
    const person = await scene.connected()
    const task = (await tasksAt(person)).find(
      ({ due, checked }) => !checked && (due?.is_recurring === true) === isRecurring,
    )
    const before = (await signals(person)).length
    await arm(person, { kind, task: task?.id })
    await sync(person)
    const told = (await signals(person)).slice(before)
    expect(told).toContain(signal)
    expect(told).not.toContain('completed')
    expect(told).not.toContain('moved_on')
  })

  describe('a command', () => {
    async function ordinary(person: Connected) {
      const external = await add(person)
      await sync(person)
      const [row] = await scene.system.database.asOwner<{ id: string }>(
        `select id from integrations.tasks where user_id = '${person.userId}' and external_id = '${external}'`,
      )
      const command = {
        user_id: person.userId,
        task_id: row?.id ?? '',
        action: 'complete' as const,
        command_id: newId(),
      }
      const act = () =>
        integrations(scene.system)
          .act(scene.system.contextFor(person.userId), command)
          .then(
            ({ outcome }) => outcome,
            (error: { code?: string }) => error.code,
          )
      const isChecked = async () => (await tasksAt(person)).find(({ id }) => id === external)?.checked
      return { act, isChecked, external }
    }

    it.each([
      { fault: inside('INVALID_ARGUMENT_VALUE'), first: 'refused', again: 'refused' },
      { fault: inside('NOT_FOUND'), first: 'gone', again: 'gone' },
      { fault: inside('LIMITS_REACHED'), first: 'integrations.provider_busy', again: 'done' },
      { fault: inside('UNAUTHORIZED'), first: 'done', again: 'done' },
      { fault: { kind: 'unauthorized' }, first: 'done', again: 'done' },
      { fault: { kind: 'limits_reached' }, first: 'integrations.provider_busy', again: 'done' },
      ...outages.map((fault) => ({ fault, first: 'integrations.provider_unavailable', again: 'done' })),
    ])('that meets $fault is $first, and $again when sent again', async ({ fault, first, again }) => {
      const person = await scene.connected('empty')
      const { act, isChecked } = await ordinary(person)
      await arm(person, fault)
      expect(await act()).toBe(first)
      await scene.advance(minute)
      expect(await act()).toBe(again)
      expect(await isChecked()).toBe(again === 'done')
      expect(await scene.standing(person)).toMatchObject(fine)
    })

    it('that is refused for good asks to reconnect, and does nothing', async () => {
      const person = await scene.connected('empty')
      const { act, isChecked } = await ordinary(person)
      await arm(person, { kind: 'unauthorized', times: 'always' })
      expect([await act(), await act()]).toEqual(Array(2).fill('integrations.needs_reconnect'))
      expect(await isChecked()).toBe(false)
      expect(await scene.standing(person)).toMatchObject(lost)
    })

    it('whose answer was lost is executed once, also when the task was opened again meanwhile', async () => {
      const person = await scene.connected('empty')
      const { act, isChecked, external } = await ordinary(person)
      await arm(person, { kind: 'answer_lost', times: outage })
      expect(await act()).toBe('integrations.provider_unavailable')
      expect(await isChecked()).toBe(true)
      await scene.todoist('POST', `/accounts/${person.account}/tasks/${external}/reopen`)
      expect(await act()).toBe('done')
      expect(await isChecked()).toBe(false)
    })

    it('about a task that was deleted a moment ago finds it gone', async () => {
      const person = await scene.connected('empty')
      const { act, external } = await ordinary(person)
      await arm(person, { kind: 'item_deleted', task: external })
      expect(await act()).toBe('gone')
      expect(await mirrored(person)).not.toContain(external)
    })
  })

  describe('renewing access', () => {
    const atToken = (kind: string) => ({ kind, at: 'token' })
    it.each([
      ...['server_error', 'html_body', 'gone', 'cut_connection'].map((kind) => ({
        fault: atToken(kind),
        answer: 503,
        standing: away,
      })),
      { fault: { kind: 'refresh_answer_lost' }, answer: 503, standing: away },
      {
        fault: { kind: 'token_error', error: 'incorrect_application_credentials' },
        answer: 503,
        standing: away,
      },
      { fault: { kind: 'invalid_grant' }, answer: 409, standing: lost },
      { fault: { kind: 'refresh_reused' }, answer: 409, standing: lost },
    ])('that meets $fault answers $answer', async ({ fault, answer, standing }) => {
      const person = await scene.connected('empty')
      const added = await add(person)
      await scene.endAccess()
      await scene.todoist('POST', '/faults', fault)
      expect((await sync(person)).status).toBe(answer)
      expect(await scene.standing(person)).toMatchObject(standing)
      if (standing === lost) await scene.connect(person, { account: person.account })
      else await sync(person)
      expect(await scene.standing(person)).toMatchObject(fine)
      await scene.work()
      expect(await mirrored(person)).toContain(added)
    })
  })

  describe('connecting', () => {
    const denied = { status: 403, code: 'integrations.access_denied' }
    it.each([
      { fault: { kind: 'denied' }, ...denied },
      { fault: { kind: 'invalid_application_status' }, ...denied },
      { fault: { kind: 'token_error' }, ...denied },
      { fault: { kind: 'token_error', error: 'invalid_grant' }, ...denied },
      { fault: { kind: 'wrong_state' }, status: 400, code: 'integrations.state_invalid' },
      ...[
        { kind: 'token_error', error: 'incorrect_application_credentials' },
        ...['server_error', 'html_body', 'gone', 'cut_connection'].map((kind) => ({ kind, at: 'token' })),
      ].map((fault) => ({ fault, status: 503, code: 'integrations.provider_unavailable' })),
    ])(
      'ends with $code after $fault.kind, and works at the next attempt',
      async ({ fault, status, code }) => {
        const person = await scene.person()
        await scene.todoist('POST', '/faults', fault)
        expect(await scene.connect(person)).toMatchObject({ status, body: { code } })
        expect(await scene.standing(person)).toMatchObject({ status: 'disconnected', problem: null })
        expect((await scene.connect(person)).body).toMatchObject(fine)
      },
    )
  })

  it.each(['webhook_duplicate', 'webhook_reorder', 'webhook_delay', 'webhook_lost', 'webhook_bad_signature'])(
    '%s loses nothing and tells nothing twice',
    async (kind) => {
      const person = await scene.connected('empty')
      await scene.todoist('POST', '/webhooks', { url: `${scene.system.baseUrl}/api/v1/webhooks/todoist` })
      await arm(person, { kind })
      const tasks = [await add(person), await add(person)].sort()
      await scene.advance(minute)
      await scene.work()
      if (kind === 'webhook_lost' || kind === 'webhook_bad_signature') await sync(person)
      expect(await mirrored(person)).toEqual(expect.arrayContaining(tasks))
      expect((await signals(person)).filter((signal) => signal === 'added')).toHaveLength(tasks.length)
    },
  )
})
