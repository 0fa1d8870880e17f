import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identityContract } from '@triptych/identity/contract'
import { newId, userDeletionRequested } from '@triptych/kernel'
import { notificationsContract } from '@triptych/notifications/contract'
import { dataHolders, privacyContract } from '@triptych/privacy/contract'
import {
  bootModules,
  databaseKinds,
  eventually,
  type Person,
  type Reply,
  send,
  testPassword,
  type TestSystem,
  personOf,
} from '@triptych/testkit'
import { findInBytes } from '@triptych/vault/canary'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDataKey, modules } from '../src/modules.ts'
import { connected } from './contracts/fixtures/integrations.ts'
import { sandbox, sandboxEnvironment } from './contracts/sandbox.ts'

interface ReceiptView {
  status: string
  services: { name: string; status: string; erased: Record<string, number>; at: string | null }[]
  restorable_until: string
  requested_at: string
}

describe.each(databaseKinds)('erasure on %s', (database) => {
  const logs: string[] = []
  let system: TestSystem
  beforeAll(async () => {
    system = await bootModules({
      modules,
      database,
      loadDataKey,
      environment: sandboxEnvironment,
      onLog: (line) => logs.push(line),
    })
  })
  afterAll(() => system.close())

  it('expects an answer of every module that erases, and of no other', () => {
    const erasing = system.running
      .flatMap(({ assembly }) => [...assembly.instances])
      .filter(([, { consumers }]) =>
        Object.values(consumers ?? {}).some(({ subject }) => subject === userDeletionRequested.subject),
      )
      .map(([name]) => name)
    expect(erasing.sort()).toEqual([...dataHolders].sort())
  })

  it('leaves nothing of a person with data in every service, and says so on the receipt', async () => {
    const planted = {
      sentence: `I always drop the ${newId()} on the stairs`,
      name: `Wilhelmine ${newId()}`,
      email: `${newId()}@example.org`,
      task: `Buy the ${newId()}`,
    }
    await addTask(planted.task)
    const person = await livedIn(system, planted)
    const before = await everyByte(system, logs)
    expect(findInBytes(before['identity.users'] ?? Buffer.alloc(0), planted.email)).not.toEqual([])

    const asked = await unhurried(() => person.send('DELETE', '/api/v1/me'))
    expect(asked.status).toBe(202)
    const { receipt_id: id, receipt_token: token } = asked.body as {
      receipt_id: string
      receipt_token: string
    }
    await system.settle({ retries: true })

    const receipt = await readReceipt(system, id, token)
    expect(receipt.status).toBe(200)
    const view = receipt.body as ReceiptView
    expect(view.status).toBe('complete')
    expect(view.services.map(({ name }) => name)).toEqual([...dataHolders].sort())
    const countOf = (name: string) =>
      Object.values(view.services.find((service) => service.name === name)?.erased ?? {}).reduce(
        (a, b) => a + b,
        0,
      )
    for (const name of [
      'identity',
      'turn',
      'mirror',
      'notifications',
      'privacy',
      'billing',
      'integrations',
      'recommender',
      'metrics',
    ]) {
      expect({ name, erased: countOf(name) > 0 }).toEqual({ name, erased: true })
    }
    expect(Date.parse(view.restorable_until)).toBeGreaterThan(Date.parse(view.requested_at))

    const after = await everyByte(system, logs)
    const left = Object.entries(planted).flatMap(([what, text]) =>
      Object.entries(after)
        .map(([where, bytes]) => ({ what, where, forms: findInBytes(bytes, text) }))
        .filter(({ forms }) => forms.length > 0),
    )
    expect(left).toEqual([])
    const named = Object.entries(after)
      .filter(([where]) => !((where.split('.').at(-1) ?? '') in mayName))
      .filter(([, bytes]) => findInBytes(bytes, person.userId).length > 0)
      .map(([where]) => where)
    expect(named).toEqual([])
    const report = await system.clientOf(privacyContract).verifyAudit(system.contextFor(), {})
    expect(report).toMatchObject({ intact: true, first_broken: [], unsealed: { waiting: 0, failed: 0 } })
    expect(report.rows).toBeGreaterThan(0)
  })

  it('shows a receipt to its holder alone, for thirty days', async () => {
    const person = await livedIn(system, { sentence: 'x', name: 'Ada', email: `${newId()}@example.org` })
    const asked = await unhurried(() => person.send('DELETE', '/api/v1/me'))
    const { receipt_id: id, receipt_token: token } = asked.body as {
      receipt_id: string
      receipt_token: string
    }
    await system.settle({ retries: true })
    const missing = withoutId(await readReceipt(system, newId(), token))
    expect(withoutId(await readReceipt(system, id, `${token}x`))).toEqual(missing)
    expect(missing.status).toBe(404)
    expect((await send(system, 'GET', `/api/v1/privacy/receipts/${id}`)).status).toBe(401)
    expect((await readReceipt(system, id, token)).status).toBe(200)
    expect((await readReceipt(system, id, person.accessToken)).status).toBe(404)
    system.clock.advance(30 * 86_400_000 + 1_000)
    expect(withoutId(await readReceipt(system, id, token))).toEqual(missing)
  })
})

/** Where a person's id may stand after they left, and why: it points at nobody any more. */
const mayName: Readonly<Record<string, string>> = {
  inbox: 'events of every service, by reference, for seven days: the deletion itself among them',
  outbox: 'the same on their way',
  audit_entries: 'the chain of what was done with the account; address and device are wiped from beside it',
  audit_heads: 'the end of that chain',
  erasures: 'for a quarter of an hour, to look once more for what was under way when the account ended',
  logs: 'lines carry ids, and are kept as long as the operator keeps them',
}

/** Something to do in the Todoist account that everybody here connects. */
async function addTask(content: string): Promise<void> {
  const reply = await fetch(`${sandbox.url}/todoist/accounts/demo@example.com/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ content }),
  })
  if (!reply.ok) throw new Error(await reply.text())
}

const readReceipt = (system: TestSystem, id: string, token: string): Promise<Reply> =>
  send(system, 'GET', `/api/v1/privacy/receipts/${id}`, { headers: { authorization: `Bearer ${token}` } })

/** A machine that is busy with other tests refuses work before it has begun; then it is asked again. */
const unhurried = (request: () => Promise<Reply>): Promise<Reply> =>
  eventually(async () => {
    const reply = await request()
    if (reply.status === 503) throw new Error(reply.text)
    return reply
  })

const withoutId = ({ status, text }: Reply) => ({
  status,
  text: text.replace(/"request_id":"[^"]*"/, ''),
})

/** A person who has used every part of the product, and whose parts all hold something. */
async function livedIn(
  system: TestSystem,
  planted: { sentence: string; name: string; email: string },
): Promise<Person> {
  const registered = await unhurried(() =>
    send(system, 'POST', '/api/v1/auth/register', {
      body: { email: planted.email, password: testPassword, full_name: planted.name },
      headers: { 'user-agent': `browser of ${planted.name}` },
    }),
  )
  if (registered.status !== 201) throw new Error(registered.text)
  const body = registered.body as { user: { id: string }; access_token: string; refresh_token: string }
  const person = personOf(system, { ...body, email: planted.email })
  const ok = async (...request: Parameters<Person['send']>): Promise<unknown> => {
    const { status, text, body: answer } = await unhurried(() => person.send(...request))
    if (status >= 400) throw new Error(`${status} ${text}`)
    return answer
  }
  await ok('POST', '/api/v1/turns', { body: { thought: planted.sentence } })
  const session = (await ok('POST', '/api/v1/mirror/sessions', { body: {} })) as { id: string }
  const message = { session_id: session.id, content: planted.sentence }
  await ok('POST', '/api/v1/mirror/messages', { body: message })
  await ok('PATCH', '/api/v1/notifications/preferences', {
    body: { categories: { weekly_summary: { email: false } } },
  })
  await system.clientOf(notificationsContract).sendEmail(system.contextFor(), {
    to: planted.email,
    user_id: person.userId,
    template: 'password_changed',
    locale: 'en',
    variables: { name: planted.name, link: 'https://triptych.example/' },
    dedupe_key: `changed:${newId()}`,
  })
  await connected(person)
  await system.settle()
  const { tip } = (await ok('POST', '/api/v1/recommend', { body: {} })) as { tip: { id: string } }
  await ok('POST', '/api/v1/feedback', {
    body: { tip_id: tip.id, reaction: 'displayed', client_id: newId() },
  })
  const later = { tip_id: tip.id, reaction: 'snoozed', client_id: newId() }
  await ok('POST', '/api/v1/feedback', { body: later })
  await ok('GET', '/api/v1/me/export')
  await system.settle()
  const known = await system
    .clientOf(identityContract)
    .getPerson(system.contextFor(), { user_id: person.userId })
  if (known.full_name !== planted.name) throw new Error('the name is not where it belongs')
  return person
}

/** All that the product has put anywhere: every row of every table, every file, every log line. */
async function everyByte(system: TestSystem, logs: readonly string[]): Promise<Record<string, Buffer>> {
  const client = await system.database.owner.pool.connect()
  try {
    await client.query('reset role')
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found: Record<string, Buffer> = {}
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      const columns = await client.query<{ column: string }>(
        `select quote_ident(column_name) as column from information_schema.columns
          where format('%I.%I', table_schema, table_name) = $1 and data_type = 'bytea'`,
        [name],
      )
      const parts = rows.map(({ row }) => Buffer.from(row))
      // Bytes are hexadecimal in a row's text; what they hold is looked at as it is, too.
      for (const { column } of columns.rows) {
        const bytes = await client.query<{ value: Uint8Array | null }>(
          `select ${column} as value from ${name}`,
        )
        parts.push(...bytes.rows.map(({ value }) => Buffer.from(value ?? [])))
      }
      found[name] = Buffer.concat(parts)
    }
    return {
      ...found,
      files: await filesBelow(join(system.running[0]?.config.DATA_DIR ?? '', 'files')),
      logs: Buffer.from(logs.join('\n')),
    }
  } finally {
    await client.query('set role triptych_app')
    client.release()
  }
}

async function filesBelow(directory: string): Promise<Buffer> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const names = files.map(({ name }) => Buffer.from(name))
  const bodies = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))))
  return Buffer.concat([...names, ...bodies])
}
