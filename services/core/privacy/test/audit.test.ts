import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { privacyContract } from '../src/module.ts'
import { openSystem } from './system.ts'

describe.each(databaseKinds)('the audit chain on %s', (database) => {
  let system: TestSystem
  let person: Person
  beforeAll(async () => {
    system = await openSystem(database)
  })
  afterAll(() => system.close())
  beforeEach(async () => {
    await system.database.asOwner('truncate privacy.audit_entries, privacy.audit_heads')
    person = await signUp(system)
    for (let time = 0; time < 4; time += 1) await person.send('GET', '/api/v1/me/export')
    await system.settle()
  })

  const verify = () => system.clientOf(privacyContract).verifyAudit(system.contextFor(), {})
  const mine = `tenant_kind = 'user' and tenant_id = `
  const tamper = (statement: string) =>
    system.database.asOwner(statement.replaceAll('$mine', `${mine}'${person.userId}'`))
  const positions = async () => {
    const rows = await system.database.asOwner<{ position: string }>(
      `select position from privacy.audit_entries where ${mine}'${person.userId}' order by position`,
    )
    return rows.map(({ position }) => Number(position))
  }

  it('is whole when nobody touched it, and numbers entries without a gap', async () => {
    const sealed = await positions()
    expect(sealed.length).toBeGreaterThanOrEqual(4)
    expect(sealed).toEqual(sealed.map((_position, index) => index + 1))
    expect(await verify()).toMatchObject({
      intact: true,
      first_broken: [],
      unsealed: { waiting: 0, failed: 0 },
    })
  })

  it('has each step of a safety event once, and nothing of what it was about', async () => {
    const turned = await person.send('POST', '/api/v1/turns', {
      body: { thought: 'I am going to kill myself tonight.' },
    })
    const { crisis } = turned.body as { crisis: { event_id: string } }
    for (let time = 0; time < 2; time += 1)
      await person.send('POST', `/api/v1/safety/events/${crisis.event_id}/dispute`, { body: {} })
    await system.settle()
    const rows = await system.database.asOwner(`select action, actor_user_id, refs from privacy.audit_entries
        where ${mine}'${person.userId}' and target = 'safety_event:${crisis.event_id}' order by position`)
    const entry = { actor_user_id: person.userId, refs: {} }
    expect(rows).toEqual([
      { ...entry, action: 'safety.event.recorded' },
      { ...entry, action: 'safety.event.disputed' },
    ])
    expect(await verify()).toMatchObject({ intact: true })
  })

  it.each([
    [
      'an action',
      `update privacy.audit_entries set action = 'x.y.z' where $mine and position = 2`,
      2,
      'changed',
    ],
    [
      'a time',
      `update privacy.audit_entries set occurred_at = occurred_at - interval '1 s' where $mine and position = 3`,
      3,
      'changed',
    ],
    [
      'a reference',
      `update privacy.audit_entries set refs = '{"a":"b"}' where $mine and position = 2`,
      2,
      'changed',
    ],
    [
      'an address',
      `update privacy.audit_entries set sealed_personal = '\\x00' where $mine and position = 2`,
      2,
      'changed',
    ],
    [
      'an actor',
      `update privacy.audit_entries set actor_user_id = null where $mine and position = 1`,
      1,
      'changed',
    ],
    ['a removed row', `delete from privacy.audit_entries where $mine and position = 2`, 2, 'removed'],
    ['the first row', `delete from privacy.audit_entries where $mine and position = 1`, 1, 'removed'],
    ['the head', `update privacy.audit_heads set length = length - 1 where $mine`, undefined, 'head_changed'],
  ])('names the first row when %s was changed', async (_what, statement, position, problem) => {
    await tamper(statement)
    const report = await verify()
    expect(report.intact).toBe(false)
    expect(report.first_broken).toMatchObject([
      { tenant_id: person.userId, problem, ...(position === undefined ? {} : { position }) },
    ])
  })

  it('misses rows that were cut off at the end', async () => {
    const last = (await positions()).length
    await tamper(`delete from privacy.audit_entries where $mine and position = ${last}`)
    expect((await verify()).first_broken).toMatchObject([{ position: last, problem: 'removed' }])
  })

  it('stays whole when the personal part is forgotten', async () => {
    await tamper('update privacy.audit_entries set sealed_personal = null where $mine')
    expect(await verify()).toMatchObject({ intact: true })
  })

  it('reports what is not sealed yet', async () => {
    await system.database.asOwner(
      `insert into privacy.inbox (event_id, consumer, subject, body, occurred_at, state, next_attempt_at)
       values ($1, 'seal_audit', 'privacy.audit.recorded.v1', '', now(), 'dead', now())`,
      [newId()],
    )
    expect((await verify()).unsealed).toMatchObject({
      waiting: 0,
      failed: 1,
      oldest_at: expect.any(String) as string,
    })
    await system.database.asOwner(`delete from privacy.inbox where state = 'dead'`)
  })

  it('lets the service’s own role append and forget, and nothing else', async () => {
    const as = (statement: string) => system.database.asOwner(`set local role triptych_privacy; ${statement}`)
    await expect(as(`update privacy.audit_entries set action = 'x'`)).rejects.toThrow('permission denied')
    await expect(as('delete from privacy.audit_entries')).rejects.toThrow('permission denied')
    await expect(as('delete from privacy.audit_heads')).rejects.toThrow('permission denied')
  })
})
