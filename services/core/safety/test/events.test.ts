import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, send, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootSafety, check, safetyOf, type SafetySystem, signUpAdmin } from './system.ts'

const direct = 'I want to kill myself tonight'
const excerpt = 'It was a line of a song'
const day = 86_400_000

interface Listed {
  readonly items: readonly { readonly id: string; readonly excerpt: string | null; readonly review: string }[]
  readonly next_cursor: string | null
}
interface CounterRow {
  readonly family: string
  readonly fired: number
  readonly disputed: number
}

describe.each(databaseKinds)('safety events on %s', (kind) => {
  let safety: SafetySystem
  let admin: Person
  beforeAll(async () => {
    safety = await bootSafety(kind)
    admin = await signUpAdmin(safety.system)
  })
  afterAll(() => safety.system.close())

  const somebodyInDanger = async () => {
    const person = await signUp(safety.system)
    const crisis = await check(safety.system, person, direct)
    return { person, eventId: crisis?.event_id ?? '' }
  }
  const dispute = (person: Person, id: string, body: Record<string, unknown> = {}, key = newId()) =>
    person.send('POST', `/api/v1/safety/events/${id}/dispute`, {
      body,
      headers: { 'idempotency-key': key },
    })
  const list = async (query = '') =>
    (await admin.send('GET', `/api/v1/admin/safety-events${query}`)).body as Listed
  const counters = async () => {
    const rows = await safety.system.database.asOwner<CounterRow>('select * from safety.safety_counters')
    return rows.reduce(
      (sum, row) => ({ fired: sum.fired + row.fired, disputed: sum.disputed + row.disputed }),
      {
        fired: 0,
        disputed: 0,
      },
    )
  }

  it('are disputed by their own person alone, and counted once however often', async () => {
    const { person, eventId } = await somebodyInDanger()
    const before = await counters()
    const replies = await Promise.all([dispute(person, eventId), dispute(person, eventId)])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect((await counters()).disputed).toBe(before.disputed + 1)
    const stranger = await signUp(safety.system)
    const [foreign, missing] = [await dispute(stranger, eventId), await dispute(stranger, newId())]
    const plain = (text: string) => text.replace(/"request_id":"[^"]*"/, '')
    expect(foreign.status).toBe(404)
    expect(plain(foreign.text)).toBe(plain(missing.text))
  })

  it('show an excerpt to an admin for thirty days, sealed, and to nobody afterwards', async () => {
    const { person, eventId } = await somebodyInDanger()
    await dispute(person, eventId, { excerpt })
    const sealed = () =>
      safety.system.database.asOwner<{ sealed_excerpt: Uint8Array | null }>(
        'select sealed_excerpt from safety.safety_events where id = $1',
        [eventId],
      )
    const [row] = await sealed()
    expect(Buffer.from(row?.sealed_excerpt ?? []).toString('latin1')).not.toContain('line of a song')
    expect((await list()).items[0]).toMatchObject({ id: eventId, excerpt })
    const exported = await safetyOf(safety.system).exportPersonalData(safety.system.contextFor(), {
      user_id: person.userId,
    })
    expect(exported.sections[0]?.items).toMatchObject([{ id: eventId, excerpt }])
    safety.system.clock.advance(30 * day)
    admin = await signUpAdmin(safety.system)
    expect((await list()).items[0]).toMatchObject({ id: eventId, excerpt: null })
    await safety.system.settle()
    expect((await sealed())[0]?.sealed_excerpt).toBeNull()
  })

  it('are reviewed by an admin, page by page, and by nobody else', async () => {
    const made = [await somebodyInDanger(), await somebodyInDanger(), await somebodyInDanger()]
    const first = await list('?limit=2&review=open')
    const second = await list(`?limit=2&review=open&cursor=${first.next_cursor}`)
    expect([...first.items, ...second.items].slice(0, 3).map(({ id }) => id)).toEqual(
      made.map(({ eventId }) => eventId).toReversed(),
    )
    const path = `/api/v1/admin/safety-events/${made[0]?.eventId}`
    const reviewed = await admin.send('PATCH', path, { body: { review: 'false_positive' } })
    expect(reviewed.body).toMatchObject({ review: 'false_positive' })
    expect((await list('?review=false_positive')).items).toHaveLength(1)
    const nobody = await made[0]?.person.send('PATCH', path, { body: { review: 'true_positive' } })
    expect(nobody?.status).toBe(403)
    const missing = await admin.send('PATCH', `/api/v1/admin/safety-events/${newId()}`, {
      body: { review: 'true_positive' },
    })
    expect(missing.status).toBe(404)
  })

  it('go with their person; the numbers stay and point at nobody', async () => {
    const { person } = await somebodyInDanger()
    const before = await counters()
    const gone = await person.send('DELETE', '/api/v1/me')
    expect(gone.status).toBeLessThan(300)
    await safety.system.settle()
    expect(
      await safety.system.database.asOwner('select id from safety.safety_events where user_id = $1', [
        person.userId,
      ]),
    ).toEqual([])
    expect(await counters()).toEqual(before)
    const columns = await safety.system.database.asOwner<{
      name: string
    }>(`select column_name as name from information_schema.columns
        where table_schema = 'safety' and table_name = 'safety_counters' order by 1`)
    expect(columns.map(({ name }) => name)).toEqual([
      'disputed',
      'family',
      'fired',
      'language',
      'month',
      'severity',
    ])
  })
})

describe('hotlines', () => {
  it('are given to anybody, for the region asked for, else that of who is signed in, else for anywhere', async () => {
    const safety = await bootSafety('embedded')
    const path = '/api/v1/safety/resources'
    const anywhere = await send(safety.system, 'GET', path)
    expect(anywhere.body).toMatchObject({ region: null })
    expect((await send(safety.system, 'GET', `${path}?region=de&language=de`)).body).toMatchObject({
      region: 'DE',
    })
    const person = await signUp(safety.system)
    await person.send('PATCH', '/api/v1/me/profile', { body: { region: 'US' } })
    expect((await person.send('GET', path)).body).toMatchObject({ region: 'US' })
    const { components } = (await send(safety.system, 'GET', '/health')).body as {
      components: { name: string; status: string; detail?: string }[]
    }
    expect(components.find(({ name }) => name === 'hotlines')).toMatchObject({ status: 'ok' })
    await safety.system.close()
  })
})
