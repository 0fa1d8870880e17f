import { newId } from '@triptych/kernel'
import { databaseKinds, type Person } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene, type Tip, type TipRecord } from './system.ts'

const minute = 60_000

interface SandboxTask {
  readonly id: string
  readonly checked: boolean
  readonly is_deleted: boolean
}

const account = '/accounts/demo@example.com/tasks'

describe.each(databaseKinds)('feedback on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  async function untilTip(person: Person, isWanted: (tip: Tip) => boolean): Promise<Tip> {
    for (let attempt = 0; attempt < 110; attempt += 1) {
      const tip = await scene.recommend(person)
      if (isWanted(tip)) return tip
    }
    throw new Error('no such tip in a hundred')
  }
  const once = (tip: Tip) => tip.kind === 'todo' && !tip.meta.is_recurring
  const idOf = (tip: Tip) => tip.deep_link?.split('/').at(-1) ?? ''
  const read = async (person: Person, { id }: { id: string }) =>
    (await person.send('GET', `/api/v1/tips/${id}`)).body as TipRecord
  const isChecked = async (tip: Tip) => {
    const { items } = (await scene.todoist('GET', account)) as { items: SandboxTask[] }
    return items.find(({ id }) => id === idOf(tip))?.checked
  }
  const rewardOf = async ({ id }: { id: string }) =>
    (
      await scene.system.database.asOwner<{ reward: number | null }>(
        `select reward from recommender.tips where id = '${id}'`,
      )
    )[0]?.reward

  it('counts a client id once, also when it comes ten times at once', async () => {
    const person = await scene.person()
    const tip = await scene.recommend(person)
    const body = { tip_id: tip.id, reaction: 'saved', client_id: newId() }
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => person.send('POST', '/api/v1/feedback', { body })),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202))
    expect(replies.filter(({ body: reply }) => !(reply as { duplicate: boolean }).duplicate)).toHaveLength(1)
    expect(
      await scene.system.database.asOwner(`select 1 from recommender.reactions where tip_id = '${tip.id}'`),
    ).toHaveLength(1)
  })

  it.each([
    ['in order', [0, 1, 2]],
    ['the wrong way round', [2, 1, 0]],
    ['mixed', [1, 2, 0]],
  ])('ends in the same place when what waited offline comes %s', async (_name, order) => {
    const person = await scene.person()
    const tip = await scene.recommend(person)
    const from = scene.system.clock.now() - 30 * minute
    const at = (minutes: number) => new Date(from + minutes * minute).toISOString()
    const happened = [
      ['displayed', at(0)],
      ['snoozed', at(1)],
      ['acknowledged', at(20)],
    ] as const
    for (const index of order) {
      const [reaction, moment] = happened[index as 0]
      await scene.react(person, tip, reaction, { at: moment })
    }
    expect(await read(person, tip)).toMatchObject({
      state: 'acknowledged',
      reacted_at: at(20),
      snoozed_until: null,
    })
    expect(await rewardOf(tip)).toBe(0.6)
  })

  it('does not believe a clock that is years behind, nor one that is ahead', async () => {
    const person = await scene.person()
    const tip = await scene.recommend(person)
    const { offered_at: offeredAt } = await read(person, tip)
    const behind = await scene.react(person, tip, 'saved', { at: '0001-01-01T00:00:00Z' })
    expect(behind.reacted_at).toBe(offeredAt)
    const ahead = await scene.react(person, tip, 'acknowledged', { at: '2099-01-01T00:00:00Z' })
    expect(Date.parse(ahead.reacted_at ?? '')).toBeLessThanOrEqual(scene.system.clock.now())
  })

  it('tells apart what was seen from what was not, when a day has passed', async () => {
    const person = await scene.person()
    const [seen, unseen] = [await scene.recommend(person), await scene.recommend(person)]
    await scene.react(person, seen, 'displayed')
    scene.system.clock.advance(25 * 60 * minute)
    const { recommenderJobs } = await import('../src/jobs.ts')
    await scene.system.running[0]?.platform.jobs.send(recommenderJobs.expire, {})
    await scene.work()
    expect([await rewardOf(seen), await rewardOf(unseen)]).toEqual([0.1, null])
  })

  it('takes back a completion in time: Todoist never hears of it', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await untilTip(person, once)
    await scene.react(person, tip, 'done')
    expect(await scene.react(person, tip, 'undone')).toMatchObject({ state: 'displayed', delivery: 'none' })
    await scene.work()
    expect(await isChecked(tip)).toBe(false)
    expect(await rewardOf(tip)).toBe(null)
  })

  it('done, undone, done again ends done there', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await untilTip(person, once)
    for (const reaction of ['done', 'undone', 'done']) await scene.react(person, tip, reaction)
    await scene.work()
    expect([await isChecked(tip), (await read(person, tip)).delivery]).toEqual([true, 'delivered'])
  })

  it('says that a recurring task cannot be taken back once it moved on', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await untilTip(person, ({ meta }) => meta.is_recurring)
    await scene.react(person, tip, 'done')
    await scene.work()
    const undone = await scene.react(person, tip, 'undone')
    expect(undone.notice).toContain('cannot be undone')
  })

  it('calls it gone when the task was deleted meanwhile, and needs_reconnect when the access ended', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await untilTip(person, once)
    await scene.todoist('POST', `${account}/${idOf(tip)}/delete`)
    await scene.react(person, tip, 'done')
    await scene.work()
    expect((await read(person, tip)).delivery).toBe('gone')
    const other = await untilTip(person, once)
    await scene.react(person, other, 'done')
    await person.send('DELETE', '/api/v1/connectors/todoist')
    await scene.work()
    expect(await read(person, other)).toMatchObject({
      delivery: 'failed',
      notice: expect.stringContaining('connect it again'),
    })
  })

  it('keeps what is put off away until its time, and offers it again then', async () => {
    const person = await scene.person()
    const tip = await scene.recommend(person)
    const until = new Date(scene.system.clock.now() + 3 * minute).toISOString()
    await scene.react(person, tip, 'snoozed', { snooze_until: until })
    const refs = () =>
      scene.system.database.asOwner<{ refs: string }>(
        `select convert_from(record, 'UTF8') as refs from recommender.decisions
          where user_id = '${person.userId}' order by tip_id desc limit 1`,
      )
    const [{ source_ref: ref } = { source_ref: '?' }] = await scene.system.database.asOwner<{
      source_ref: string
    }>(`select source_ref from recommender.tips where id = '${tip.id}'`)
    await scene.recommend(person)
    expect((await refs())[0]?.refs).not.toContain(`:${ref}"`)
    const listed = await person.send('GET', '/api/v1/tips?state=snoozed')
    expect(
      (listed.body as { items: TipRecord[] }).items.map(({ id, snoozed_until: at }) => [id, at]),
    ).toEqual([[tip.id, until]])
    scene.system.clock.advance(4 * minute)
    await scene.recommend(person)
    expect((await refs())[0]?.refs).toContain(`:${ref}"`)
    expect((await person.send('GET', '/api/v1/tips?state=snoozed')).body).toMatchObject({ items: [] })
  })

  it.each(['done', 'undone'])('refuses %s for advice, and names the field', async (reaction) => {
    const person = await scene.person()
    const tip = await scene.recommend(person)
    const body = { tip_id: tip.id, reaction, client_id: newId() }
    const reply = await person.send('POST', '/api/v1/feedback', { body })
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: 'reaction' }] } })
  })

  it('is blind to other people’s tips', async () => {
    const [ada, ben] = [await scene.person(), await scene.person()]
    const tip = await scene.recommend(ada)
    const body = { tip_id: tip.id, reaction: 'saved', client_id: newId() }
    expect((await ben.send('POST', '/api/v1/feedback', { body })).status).toBe(404)
    expect((await ben.send('GET', `/api/v1/tips/${tip.id}`)).status).toBe(404)
    expect((await ben.send('GET', '/api/v1/tips')).body).toMatchObject({ items: [] })
  })

  it('answers the same tip to the same key, and makes one decision of it', async () => {
    const person = await scene.person()
    const ask = () =>
      person.send('POST', '/api/v1/recommend', { body: {}, headers: { 'idempotency-key': 'one-tip' } })
    const [first, second] = [await ask(), await ask()]
    expect(second.body).toEqual(first.body)
    expect(
      await scene.system.database.asOwner(
        `select 1 from recommender.decisions where user_id = '${person.userId}'`,
      ),
    ).toHaveLength(1)
  })

  it('learns each reward once, from what the policies chose and saw', async () => {
    const person = await scene.person()
    const tip = await scene.recommend(person)
    await scene.react(person, tip, 'saved')
    const learn = async () => {
      scene.system.clock.advance(11 * minute)
      const { recommenderJobs } = await import('../src/jobs.ts')
      const about = { userId: person.userId, singletonKey: newId() }
      await scene.system.running[0]?.platform.jobs.send(recommenderJobs.learn, {}, about)
      await scene.work()
      return scene.system.database.asOwner(
        `select policy, state from recommender.policy_states where user_id = '${person.userId}' order by policy`,
      )
    }
    const first = await learn()
    expect(first.map(({ policy }) => policy)).toEqual(['linucb', 'thompson'])
    expect(await learn()).toEqual(first)
  })

  it('puts no word of a tip into logs, events, jobs or decisions', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await untilTip(person, once)
    await scene.react(person, tip, 'done')
    await scene.work()
    const rows = await scene.system.database.asOwner<{ all: string }>(
      `select (select string_agg(convert_from(record, 'UTF8'), ' ') from recommender.decisions)
           || (select coalesce(string_agg(t::text, ' '), '') from recommender.outbox t)
           || (select coalesce(string_agg(t::text, ' '), '') from jobs.job_common t) as all`,
    )
    expect(rows[0]?.all.length).toBeGreaterThan(1_000)
    expect(rows[0]?.all).not.toContain(tip.title)
    expect(scene.logs.join('\n')).not.toContain(tip.title)
  })

  it('never offers what was closed meanwhile, nor what cannot be completed', async () => {
    const person = await scene.person({ connected: 'approve' })
    const { items } = (await scene.todoist('GET', account)) as {
      items: (SandboxTask & { content: string })[]
    }
    const uncompletable = items.filter(({ content }) => content.startsWith('* '))
    expect(uncompletable.length).toBeGreaterThan(0)
    const known = await scene.system.database.asOwner<{ external_id: string; is_completable: boolean }>(
      `select external_id, is_completable from integrations.tasks where user_id = '${person.userId}'`,
    )
    for (const { id } of uncompletable) {
      expect(known.find(({ external_id: external }) => external === id)?.is_completable).not.toBe(true)
    }
    // All but the advice are closed behind our back, and their rows say so by the time one is picked.
    await scene.system.database.asOwner(
      `update integrations.tasks set is_checked = true where user_id = '${person.userId}'`,
    )
    for (let round = 0; round < 10; round += 1) expect((await scene.recommend(person)).kind).toBe('advice')
  })
})
