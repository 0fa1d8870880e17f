import { defineErrors, isFailure, newId, systemClock, systemContext } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createModuleDatabase, type ModuleDatabase } from '../src/index.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing.ts'

interface Tables {
  notes: { id: string; user_id: string; title: string; stars?: number; created_at?: string }
}

const postgresUrl = process.env['TEST_POSTGRES_URL']
const kinds = postgresUrl === undefined ? (['embedded'] as const) : (['embedded', 'postgres'] as const)
const errors = defineErrors('notes', { title_taken: { kind: 'conflict', title: 'Taken.' } })
const sources = [{ module: 'notes', directory: new URL('fixtures/notes/', import.meta.url) }]
const contextOf = (userId: string) => systemContext({ clock: systemClock, newId, userId })

describe.each(kinds)('a module database on %s', (kind) => {
  let test: TestDatabase
  let notes: ModuleDatabase<Tables>
  const [ada, ben] = [newId(), newId()]

  beforeAll(async () => {
    test = await openTestDatabase(kind, sources, postgresUrl)
    notes = createModuleDatabase<Tables>({
      database: test.app,
      module: 'notes',
      clock: systemClock,
      newId,
      constraints: { notes__title: errors.title_taken },
    })
  })
  afterAll(() => test.close())

  it('shows a person their own rows alone', async () => {
    const id = newId()
    await notes.write(contextOf(ada), ({ query }) =>
      query
        .insertInto('notes')
        .values({ id, user_id: ada, title: `a ${id}` })
        .execute(),
    )
    const find = (userId: string) =>
      notes.read(contextOf(userId), (query) =>
        query.selectFrom('notes').selectAll().where('id', '=', id).execute(),
      )
    expect(await find(ada)).toHaveLength(1)
    expect(await find(ben)).toHaveLength(0)
  })

  it('refuses to write a row of another person', async () => {
    const write = notes.write(contextOf(ada), ({ query }) =>
      query.insertInto('notes').values({ id: newId(), user_id: ben, title: newId() }).execute(),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  it('reads numbers and times alike on both databases', async () => {
    const id = newId()
    await notes.write(contextOf(ada), ({ query }) =>
      query
        .insertInto('notes')
        .values({
          id,
          user_id: ada,
          title: id,
          stars: 9_007_199_254_740_991,
          created_at: '2026-03-29T01:30:00.000Z',
        })
        .execute(),
    )
    const row = await notes.read(contextOf(ada), (query) =>
      query.selectFrom('notes').select(['stars', 'created_at']).where('id', '=', id).executeTakeFirst(),
    )
    expect(row).toEqual({ stars: 9_007_199_254_740_991, created_at: '2026-03-29T01:30:00.000Z' })
  })

  it('turns a broken constraint into the declared error and keeps nothing', async () => {
    const title = newId()
    const add = () =>
      notes.write(contextOf(ada), ({ query }) =>
        query.insertInto('notes').values({ id: newId(), user_id: ada, title }).execute(),
      )
    await add()
    await expect(add()).rejects.toSatisfy((error) => isFailure(error, errors.title_taken))
  })

  it('refuses a transaction inside a transaction', async () => {
    const nested = notes.write(contextOf(ada), () =>
      notes.read(contextOf(ada), (query) => query.selectFrom('notes').selectAll().execute()),
    )
    await expect(nested).rejects.toThrow(/inside one of notes/)
  })

  it('does not open a transaction after the deadline', async () => {
    const late = { ...contextOf(ada), deadline: systemClock.now() - 1 }
    await expect(
      notes.read(late, (query) => query.selectFrom('notes').selectAll().execute()),
    ).rejects.toMatchObject({
      code: 'request.timeout',
    })
  })

  it('runs no query after the transaction ended, when its connection belongs to someone else', async () => {
    let kept: Kysely<Tables> | undefined
    await notes.write(contextOf(ada), async ({ query }) => {
      kept = query
    })
    const late = kept?.selectFrom('notes').selectAll().execute()
    await expect(late).rejects.toThrow(/has ended/)
  })

  it('goes on with the statements it keeps prepared when a newer release adds a column', async () => {
    const id = newId()
    await notes.write(contextOf(ada), ({ query }) =>
      query.insertInto('notes').values({ id, user_id: ada, title: id }).execute(),
    )
    const readBoth = () =>
      notes.read(contextOf(ada), async (query) => [
        await query.selectFrom('notes').select('title').where('id', '=', id).executeTakeFirst(),
        await query.selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirst(),
      ])
    await readBoth()
    const column = `later_${id.replaceAll('-', '')}`
    await test.owner.pool.query(
      `begin; set local role none; alter table notes.notes add column ${column} text default 'new'; commit`,
    )
    expect(await readBoth()).toEqual([{ title: id }, expect.objectContaining({ title: id, [column]: 'new' })])
  })

  it('gives the connection back after work of one query, also when the query fails', async () => {
    const id = newId()
    await notes.write(contextOf(ada), ({ query }) =>
      query.insertInto('notes').values({ id, user_id: ada, title: id }).execute(),
    )
    for (let turn = 0; turn < 30; turn += 1) {
      const broken = notes.readOne(contextOf(ada), (query) =>
        query
          .selectFrom('nothing' as 'notes')
          .select('id')
          .execute(),
      )
      await expect(broken).rejects.toThrow(/does not exist/)
      const found = notes.readOne(contextOf(turn % 2 === 0 ? ada : ben), (query) =>
        query.selectFrom('notes').select('id').where('id', '=', id).execute(),
      )
      expect(await found).toHaveLength(turn % 2 === 0 ? 1 : 0)
    }
  })

  it('commits queries that travel with the commit, and nothing at all when one of them fails', async () => {
    const [kept, lost] = [newId(), newId()]
    const insert = (query: Kysely<Tables>, id: string) =>
      query.insertInto('notes').values({ id, user_id: ada, title: id }).execute()
    await notes.write(contextOf(ada), async ({ query, withCommit }) => withCommit(insert(query, kept)))
    const broken = notes.write(contextOf(ada), async ({ query, withCommit }) =>
      withCommit(insert(query, lost), insert(query, kept)),
    )
    await expect(broken).rejects.toThrow(/duplicate key/)
    const found = await notes.read(contextOf(ada), (query) =>
      query.selectFrom('notes').select('id').where('id', 'in', [kept, lost]).execute(),
    )
    expect(found).toEqual([{ id: kept }])
  })

  it('says that it is unavailable, and does nothing, when the transaction cannot begin', async () => {
    const broken = createModuleDatabase<Tables>({
      database: test.app,
      module: 'nobody',
      clock: systemClock,
      newId,
    })
    const id = newId()
    const write = broken.write(contextOf(ada), ({ query }) =>
      query.insertInto('notes').values({ id, user_id: ada, title: id }).execute(),
    )
    await expect(write).rejects.toMatchObject({ code: 'request.unavailable' })
    const found = await notes.read(contextOf(ada), (query) =>
      query.selectFrom('notes').select('id').where('id', '=', id).execute(),
    )
    expect(found).toEqual([])
  })

  it('cannot read the outbox with the role of a module', async () => {
    const peek = notes.read(contextOf(ada), (query) =>
      query
        .selectFrom('outbox' as 'notes')
        .selectAll()
        .execute(),
    )
    await expect(peek).rejects.toThrow(/permission denied/)
  })
})
