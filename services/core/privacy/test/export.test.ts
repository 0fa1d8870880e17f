import { createHash } from 'node:crypto'
import {
  databaseKinds,
  type Person,
  personOf,
  send,
  signUp,
  testPassword,
  type TestSystem,
} from '@triptych/testkit'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArchiveIndex } from '../src/archive/build-archive.ts'
import { createTurnRows } from './a-year.ts'
import { openSystem } from './system.ts'

describe.each(databaseKinds)('the export on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await openSystem(database)
  })
  afterAll(() => system.close())

  const download = async (person: Person, path = '/api/v1/me/export') => {
    const response = await fetch(system.baseUrl + path, {
      headers: { authorization: `Bearer ${person.accessToken}` },
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, bytes }
  }
  const filesOf = (bytes: Uint8Array): Record<string, string> =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]))

  it('holds every service twice, for programs and to read, with a true index', async () => {
    const person = await signUp(system)
    const thought = 'Nobody ever\nlistens “to me” 🌧'
    await person.send('POST', '/api/v1/turns', { body: { thought } })
    const { status, headers, bytes } = await download(person)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/zip')
    expect(headers.get('x-export-missing')).toBeNull()
    const files = filesOf(bytes)
    const index = JSON.parse(files['index.json'] ?? '') as ArchiveIndex
    expect(index).toMatchObject({ schema: 'triptych-export/1', user_id: person.userId, missing: [] })
    expect(index.services.map(({ name }) => name)).toEqual([
      'ai-gateway',
      'billing',
      'identity',
      'integrations',
      'licensing',
      'metrics',
      'mirror',
      'notifications',
      'privacy',
      'recommender',
      'safety',
      'turn',
    ])
    for (const entry of index.services.flatMap(({ sections }) =>
      sections.flatMap((section) => section.files),
    )) {
      const file = Buffer.from(files[entry.path] ?? '')
      expect({ ...entry, bytes: file.length }).toEqual(entry)
      expect(createHash('sha256').update(file).digest('hex')).toBe(entry.sha256)
    }
    const turns = JSON.parse(files['turn/turns.json'] ?? '') as { items: { thought: string }[] }
    expect(turns.items.map((turn) => turn.thought)).toEqual([thought])
    expect(files['turn/turns.md']).toContain('> Nobody ever\n')
    expect(files['identity/account.json'] ?? JSON.stringify(files)).toContain(person.email)
  })

  it('is there for a suspended person, and erasure too', async () => {
    const person = await signUp(system)
    await system.database.asOwner(`update identity.users set status = 'suspended' where id = $1`, [
      person.userId,
    ])
    const body = { email: person.email, password: testPassword }
    const refused = await send(system, 'POST', '/api/v1/auth/login', { body })
    const { code, access_token } = refused.body as { code: string; access_token: string }
    expect(code).toBe('identity.suspended')
    const restricted = personOf(system, {
      user: { id: person.userId },
      access_token,
      refresh_token: '',
      email: person.email,
    })
    const { status, headers, bytes } = await download(restricted)
    expect(status).toBe(200)
    expect(filesOf(bytes)['identity/account.json']).toContain(person.email)
    expect((await download(restricted, headers.get('content-location') ?? '')).status).toBe(200)
    expect((await restricted.send('GET', '/api/v1/turns')).status).toBe(403)
    expect((await restricted.send('GET', '/api/v1/privacy/overview')).status).toBe(403)
    expect((await restricted.send('DELETE', '/api/v1/me')).status).toBe(202)
  })

  it('gives the same archive again for a day, to its owner alone, and a new one when asked anew', async () => {
    const [person, other] = [await signUp(system), await signUp(system)]
    const first = await download(person)
    const again = first.headers.get('content-location') ?? ''
    expect(await download(person, again).then(({ bytes }) => Buffer.from(bytes).equals(first.bytes))).toBe(
      true,
    )
    expect((await download(other, again)).status).toBe(404)
    const [stored] = await system.database.asOwner<{ count: string }>(
      `select count(*) from privacy.archives where user_id = '${person.userId}'`,
    )
    expect(Number(stored?.count)).toBe(1)
    await download(person)
    expect((await download(person, again)).status).toBe(404)
  })

  it('forgets an archive after a day', async () => {
    const person = await signUp(system)
    const again = (await download(person)).headers.get('content-location') ?? ''
    expect((await download(person, again)).status).toBe(200)
    await system.database.asOwner(`update privacy.archives set expires_at = now() - interval '1 s'`)
    expect((await download(person, again)).status).toBe(404)
  })

  it('names a service that does not answer, here and in the index, and hands over the rest', async () => {
    const person = await signUp(system)
    await system.database.asOwner('alter table turn.turns rename to turns_away')
    try {
      const { status, headers, bytes } = await download(person)
      expect(status).toBe(200)
      expect(headers.get('x-export-missing')).toBe('turn')
      const files = filesOf(bytes)
      const index = JSON.parse(files['index.json'] ?? '') as ArchiveIndex
      expect(index.missing).toEqual(['turn'])
      expect(index.services.find(({ name }) => name === 'turn')).toEqual({
        name: 'turn',
        status: 'no_answer',
        sections: [],
      })
      expect(files['README.md']).toContain('The archive is not complete')
    } finally {
      await system.database.asOwner('alter table turn.turns_away rename to turns')
    }
  })

  it('takes less than five seconds of work for a year of daily use', async () => {
    const person = await signUp(system)
    const thought =
      'I said one wrong thing in the meeting and now everybody must think that I cannot do this. '.repeat(4)
    const created = await person.send('POST', '/api/v1/turns', { body: { thought } })
    expect(created.status).toBe(201)
    await createTurnRows(system, person.userId, { turns: 1_100, thought })
    // What this process works, not what it waits for a busy machine.
    const before = process.cpuUsage()
    const { status, bytes } = await download(person)
    const { user, system: kernel } = process.cpuUsage(before)
    const seconds = (user + kernel) / 1e6
    expect(status).toBe(200)
    const turns = JSON.parse(filesOf(bytes)['turn/turns.json'] ?? '') as { items: unknown[] }
    expect(turns.items).toHaveLength(1_101)
    process.stdout.write(`export of 1,101 turns: ${seconds.toFixed(2)} s, ${bytes.length} bytes\n`)
    expect(seconds).toBeLessThan(5)
  })

  it('tells what is held, why, since when and how long', async () => {
    const person = await signUp(system)
    await person.send('POST', '/api/v1/turns', { body: { thought: 'I always fail' } })
    const reply = await person.send('GET', '/api/v1/privacy/overview')
    const { services } = reply.body as {
      services: { name: string; why: string; sections: { name: string; count: number; since: string }[] }[]
    }
    const turn = services.find(({ name }) => name === 'turn')
    expect(turn).toMatchObject({ why: expect.stringMatching(/thoughts/) as string, sections: [{ count: 1 }] })
    expect(Date.parse(turn?.sections[0]?.since ?? '')).toBeGreaterThan(0)
  })
})
