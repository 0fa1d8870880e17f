import { type ChildProcess, spawn } from 'node:child_process'
import { databaseKinds, eventually, type Person } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connected, environmentOf, integrations, openScene, type Scene } from './system.ts'

/** So long Todoist forgives a refresh token that was used. */
const graceSeconds = 60
/** Another process starts from nothing, on a machine that may be busy. */
const patience = 240_000

describe.each(databaseKinds)('renewing access on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  const sync = (person: Person) => person.send('POST', '/api/v1/connectors/todoist/sync')
  const renewals = ({ grant }: Connected) => scene.gate.renewals(grant)
  const task = async (person: Person) => {
    const context = scene.system.contextFor(person.userId)
    const { items } = await integrations(scene.system).listOpenTasks(context, { user_id: person.userId })
    const found = items.filter((one) => !one.is_recurring)
    return found
  }
  const complete = (person: Person, id: string) =>
    integrations(scene.system).act(scene.system.contextFor(person.userId), {
      user_id: person.userId,
      task_id: id,
      action: 'complete',
      command_id: id,
    })

  it('renews once for fifty calls at the same time', async () => {
    const person = await scene.connected()
    const tasks = await task(person)
    await scene.endAccess()
    const calls = Array.from({ length: 50 }, (_, index) => {
      const one = tasks[index % tasks.length]
      return complete(person, one?.id ?? '')
    })
    const outcomes = await Promise.all(calls)
    expect(new Set(outcomes.map(({ outcome }) => outcome))).not.toContain('refused')
    expect(renewals(person)).toBe(1)
    expect(await scene.standing(person)).toMatchObject({ status: 'connected', problem: null })
  })

  it('recovers from an answer that was lost, inside the grace, and asks to reconnect when that access ends', async () => {
    const person = await scene.connected()
    await scene.endAccess()
    scene.gate.beforeRenewed(person.grant, () => Promise.reject(new Error('the answer is lost')))
    expect((await sync(person)).status).toBe(503)
    expect(await scene.standing(person)).toMatchObject({ status: 'connected' })
    await scene.work()
    expect(renewals(person)).toBe(2)
    expect((await sync(person)).status).toBe(200)
    expect(await scene.standing(person)).toMatchObject({ status: 'connected', problem: null })
    expect(renewals(person)).toBe(2)

    await scene.endAccess()
    expect((await sync(person)).body).toMatchObject({ code: 'integrations.needs_reconnect' })
    expect(await scene.standing(person)).toMatchObject({
      status: 'needs_reconnect',
      problem: { code: 'access_ended' },
    })
    const asked = renewals(person)
    await scene.work()
    await sync(person)
    expect(renewals(person)).toBe(asked)
    const again = await scene.connect(person, { account: person.account })
    expect(again.body).toMatchObject({ status: 'connected', problem: null })
  })

  it('finishes what broke off inside the grace, also for an access that was refused before its end', async () => {
    const person = await scene.connected()
    await scene.todoist('POST', '/faults', { kind: 'unauthorized', account: person.account })
    scene.gate.beforeRenewed(person.grant, () => Promise.reject(new Error('the answer is lost')))
    expect((await sync(person)).status).toBe(503)
    expect(renewals(person)).toBe(1)
    await scene.work()
    expect(renewals(person)).toBe(2)
    expect((await sync(person)).status).toBe(200)
    expect(await scene.standing(person)).toMatchObject({ status: 'connected', problem: null })
  })

  it('asks to reconnect, once, when the refresh token no longer counts', async () => {
    const person = await scene.connected()
    await scene.endAccess()
    await scene.todoist('POST', `/accounts/${person.account}/disconnect`)
    expect((await sync(person)).status).toBe(409)
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({
      status: 'needs_reconnect',
      problem: { code: 'access_refused' },
    })
    expect(renewals(person)).toBe(1)
    const secrets = await scene.system.database.asOwner(
      `select from integrations.credentials where user_id = '${person.userId}'`,
    )
    expect(secrets).toEqual([])
  })

  it('takes back what arrives after the person has left', async () => {
    const person = await scene.connected()
    const revocations = () =>
      scene.system.database.asOwner<{ state: string }>('select state from integrations.revocations')
    const before = (await revocations()).length
    await scene.endAccess()
    scene.gate.beforeRenewed(person.grant, async () => {
      await person.send('DELETE', '/api/v1/connectors/todoist')
    })
    await sync(person)
    await scene.work()
    expect(await scene.standing(person)).toMatchObject({
      status: 'disconnected',
      disconnection: { state: 'revoked' },
    })
    const account = (await scene.todoist('GET', `/accounts/${person.account}`)) as { tokens_alive: object }
    expect(account.tokens_alive).toMatchObject({ access: 0, refresh: 0 })
    // The access that was held when they left, and the one that came after.
    const states = (await revocations()).map(({ state }) => state)
    expect(states).toEqual(Array.from({ length: before + 2 }, () => 'revoked'))
  })

  it('refuses a secret that was moved to another person, who is asked to reconnect', async () => {
    const [ada, ben] = [await scene.connected(), await scene.connected()]
    await scene.system.database.asOwner(`
      with pair as (select user_id, sealed from integrations.credentials
                     where user_id in ('${ada.userId}', '${ben.userId}'))
      update integrations.credentials c set sealed = p.sealed from pair p
       where c.user_id in ('${ada.userId}', '${ben.userId}') and p.user_id <> c.user_id`)
    const calls = scene.gate.count('/api/v1/sync')
    expect((await sync(ada)).status).toBe(409)
    expect(scene.gate.count('/api/v1/sync')).toBe(calls)
    expect(await scene.standing(ada)).toMatchObject({
      status: 'needs_reconnect',
      problem: { code: 'unreadable' },
    })
    const gone = await ben.send('DELETE', '/api/v1/connectors/todoist')
    expect(gone.body).toMatchObject({ status: 'disconnected', disconnection: { state: 'given_up' } })
  })

  /** How often somebody came to renew an access, also when another was first. */
  async function countClaims(): Promise<() => Promise<number>> {
    await scene.system.database.asOwner(`
      create table public.claims (at timestamptz default now());
      create function public.note_claim() returns trigger language plpgsql security definer as $$
        begin insert into public.claims default values; return null; end $$;
      create trigger note_claim after update of refresh_claimed_until on integrations.credentials
        for each statement execute function public.note_claim()`)
    return async () => (await scene.system.database.asOwner('select from public.claims')).length
  }

  it('refuses a secret of an older version, or of another provider of the same person', async () => {
    const [old, mixed] = [await scene.connected(), await scene.connected()]
    const unreadable = { status: 'needs_reconnect', problem: { code: 'unreadable' } }
    const [first] = await scene.system.database.asOwner<{ sealed: Buffer }>(
      `select sealed from integrations.credentials where user_id = '${old.userId}'`,
    )
    await scene.endAccess()
    expect((await sync(old)).status).toBe(200)
    await scene.system.database.asOwner(
      `update integrations.credentials set sealed = '\\x${first?.sealed.toString('hex')}' where user_id = '${old.userId}'`,
    )
    expect((await sync(old)).status).toBe(409)
    expect(await scene.standing(old)).toMatchObject(unreadable)

    const feed = { feed_url: `${scene.sandbox.url}/ical/household.ics` }
    await mixed.send('POST', '/api/v1/connectors/ical/connect', { body: feed })
    await scene.work()
    await scene.system.database.asOwner(`
      update integrations.credentials c set sealed = o.sealed from integrations.credentials o
       where c.user_id = '${mixed.userId}' and o.user_id = c.user_id and o.provider <> c.provider`)
    for (const provider of ['todoist', 'ical']) {
      expect((await mixed.send('POST', `/api/v1/connectors/${provider}/sync`)).status).toBe(409)
      expect(await scene.standing(mixed, provider)).toMatchObject(unreadable)
    }
  })

  function processOf(person: Person): { child: ChildProcess; said: string[]; ended: Promise<string> } {
    const aheadMs = scene.system.clock.now() - Date.now()
    const given = JSON.stringify({ userId: person.userId, aheadMs, environment: environmentOf(scene) })
    const path = new URL('renewal-process.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [path, given], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
    }
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? String(code)))
    })
    return { child, said, ended }
  }

  // The embedded database belongs to one process.
  const apart = database === 'postgres' ? it : () => undefined

  apart(
    'renews once between processes',
    async () => {
      const person = await scene.connected()
      const [one] = await task(person)
      await scene.endAccess()
      const claims = await countClaims()
      const others = [processOf(person), processOf(person)]
      // This process wants the same, and is turned away, while the first to come has no answer yet.
      let here: Promise<unknown> | undefined
      scene.gate.beforeRenewed(person.grant, async () => {
        here = complete(person, one?.id ?? '')
        await eventually(async () => expect(await claims()).toBeGreaterThan(1))
      })
      const ends = await Promise.all(others.map(({ ended }) => ended))
      expect({ ends, said: others.flatMap(({ said }) => said) }).toEqual({ ends: ['0', '0'], said: [] })
      expect(await here).toMatchObject({ outcome: 'done' })
      expect(renewals(person)).toBe(1)
      expect(await scene.standing(person)).toMatchObject({ status: 'connected', problem: null })
    },
    patience,
  )

  apart(
    'survives kill -9 between the provider’s answer and the commit',
    async () => {
      const person = await scene.connected()
      await scene.endAccess()
      const { child, ended } = processOf(person)
      scene.gate.beforeRenewed(person.grant, async () => {
        child.kill('SIGKILL')
        await ended
      })
      expect(await ended).toBe('SIGKILL')
      const [row] = await scene.system.database.asOwner<{
        refresh_started_at: string | null
        generation: number
      }>(
        `select refresh_started_at, generation from integrations.credentials where user_id = '${person.userId}'`,
      )
      expect(row).toMatchObject({ generation: 1, refresh_started_at: expect.anything() })
      const [look] = await scene.system.database.asOwner<{ seconds: number }>(
        `select extract(epoch from j.start_after - c.refresh_started_at)::integer as seconds
           from jobs.job_common j join integrations.credentials c on c.user_id::text = j.data ->> 'user_id'
          where j.name = 'integrations.finish_renewal' and j.state < 'active' and c.user_id = '${person.userId}'`,
      )
      expect(look?.seconds).toBeLessThan(graceSeconds)
      await scene.advance(25)
      await scene.work()
      expect(renewals(person)).toBe(2)
      expect((await sync(person)).status).toBe(200)
      expect(await scene.standing(person)).toMatchObject({ status: 'connected', problem: null })
      await scene.work()
      expect(renewals(person)).toBe(2)
    },
    patience,
  )

  apart(
    'says needs_reconnect when nobody came back in time, and does not ask again',
    async () => {
      const person = await scene.connected()
      await scene.endAccess()
      const { child, ended } = processOf(person)
      scene.gate.beforeRenewed(person.grant, async () => {
        child.kill('SIGKILL')
        await ended
      })
      await ended
      await scene.advance(120)
      await scene.work()
      expect(await scene.standing(person)).toMatchObject({ status: 'needs_reconnect' })
      await scene.work()
      await sync(person)
      expect(renewals(person)).toBe(2)
    },
    patience,
  )
})
