import { createHash, randomBytes } from 'node:crypto'
import { createModuleDatabase } from '@triptych/db'
import { newId, userDeletionRequested } from '@triptych/kernel'
import { databaseKinds, send, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataHolders } from '../src/contract/holders.ts'
import { privacyJobs } from '../src/jobs.ts'
import { openSystem } from './system.ts'

interface ReceiptView {
  status: string
  services: { name: string; status: string; erased: Record<string, number> }[]
}

describe.each(databaseKinds)('receipts on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await openSystem(database)
  })
  afterAll(() => system.close())

  const read = async (id: string, token: string) =>
    (
      await send(system, 'GET', `/api/v1/privacy/receipts/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).body as ReceiptView
  const runJob = async (job: (typeof privacyJobs)[keyof typeof privacyJobs]) => {
    await system.running[0]?.platform.jobs.send(job, {})
    await system.settle()
  }
  const stateOf = (view: ReceiptView, name: string) => view.services.find((service) => service.name === name)
  const waiting = (id: string) => system.database.asOwner(`select * from privacy.erasures where id = '${id}'`)

  it('shows a service that does not answer as pending, asks it again, and keeps the counts of the others', async () => {
    const person = await signUp(system)
    await person.send('POST', '/api/v1/turns', { body: { thought: 'I always fail' } })
    await system.database.asOwner('alter table turn.turns rename to turns_away')
    const asked = await person.send('DELETE', '/api/v1/me')
    const { receipt_id: id, receipt_token: token } = asked.body as {
      receipt_id: string
      receipt_token: string
    }
    await system.settle({ retries: true })
    const before = await read(id, token)
    expect(before.status).toBe('pending')
    expect(stateOf(before, 'turn')).toMatchObject({ status: 'pending', erased: {} })
    expect(stateOf(before, 'identity')).toMatchObject({ status: 'erased' })
    expect(await waiting(id)).toHaveLength(1)

    await system.database.asOwner('alter table turn.turns_away rename to turns')
    system.clock.advance(24 * 3_600_000)
    await runJob(privacyJobs.askAgain)
    const after = await read(id, token)
    expect(after.status).toBe('complete')
    expect(stateOf(after, 'turn')).toMatchObject({ status: 'erased', erased: { turns: 1 } })
    expect(stateOf(after, 'identity')).toEqual(stateOf(before, 'identity'))
    // Whose erasure it was is known only as long as somebody must be asked again.
    expect(await waiting(id)).toEqual([])
    expect(JSON.stringify(await system.database.asOwner('select * from privacy.receipts'))).not.toContain(
      person.userId,
    )
  })

  it('looks once more after everybody has answered, for what was being written meanwhile', async () => {
    const person = await signUp(system)
    await person.send('POST', '/api/v1/turns', { body: { thought: 'I always fail' } })
    const keep = 'create table public.under_way as select * from turn.turns'
    await system.database.asOwner(`${keep} where user_id = '${person.userId}'`)
    const asked = await person.send('DELETE', '/api/v1/me')
    const { receipt_id: id, receipt_token: token } = asked.body as {
      receipt_id: string
      receipt_token: string
    }
    await system.settle({ retries: true })
    const before = await read(id, token)
    expect(before.status).toBe('complete')

    await system.database.asOwner('insert into turn.turns select * from public.under_way')
    system.clock.advance(20 * 60_000)
    await runJob(privacyJobs.askAgain)
    const left = `select 1 from turn.turns where user_id = '${person.userId}'`
    expect(await system.database.asOwner(left)).toEqual([])
    expect(await read(id, token)).toEqual(before)
    expect(await waiting(id)).toEqual([])
    await system.database.asOwner('drop table public.under_way')
  })

  it('completes when answers come before the question', async () => {
    const [userId, id, token] = [newId(), newId(), randomBytes(16).toString('hex')]
    const { platform } = system.running[0] ?? {}
    if (platform === undefined) throw new Error('nothing runs')
    const identity = createModuleDatabase<object>({
      database: platform.database,
      module: 'identity',
      clock: system.clock,
      newId,
    })
    await system.database.asOwner(
      `insert into privacy.receipt_services (receipt_id, name, status, erased, at)
       select $1, name, 'erased', '{"rows": 1}', now() from unnest($2::text[]) name`,
      [id, dataHolders.filter((name) => name !== 'turn')],
    )
    await identity.write(system.contextFor(userId), async ({ emit }) => {
      emit(userDeletionRequested, {
        userId,
        erasureId: id,
        requestedAt: new Date(system.clock.now()).toISOString(),
        receiptTokenHash: createHash('sha256').update(token).digest(),
      })
    })
    await platform.bus.settle()
    expect(await read(id, token)).toMatchObject({ status: 'complete' })
  })

  it('forgets receipts after thirty days', async () => {
    const person = await signUp(system)
    const asked = await person.send('DELETE', '/api/v1/me')
    const { receipt_id: id } = asked.body as { receipt_id: string }
    await system.settle({ retries: true })
    system.clock.advance(20 * 60_000)
    await runJob(privacyJobs.askAgain)
    system.clock.advance(31 * 86_400_000)
    await runJob(privacyJobs.forgetExpired)
    expect(await system.database.asOwner(`select 1 from privacy.receipts where id = '${id}'`)).toEqual([])
    expect(
      await system.database.asOwner(`select 1 from privacy.receipt_services where receipt_id = '${id}'`),
    ).toEqual([])
  })
})
