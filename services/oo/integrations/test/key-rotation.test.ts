import { developmentSecrets } from '@triptych/config'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { boot, platformConfig, type Running } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { databaseKinds } from '@triptych/testkit'
import { generateBoxKeys } from '@triptych/vault'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { integrationsContract, integrationsModule } from '../src/module.ts'
import { type Connected, environmentOf, openScene, type Scene } from './system.ts'

const revokePath = '/api/v1/revoke'
const key = (id: string): string => `${id}:${generateBoxKeys().privateKey}`
const [firstKey, secondKey] = [key('first'), key('second')]
const [firstRevocationKey, secondRevocationKey] = [key('first'), key('second')]
const modules = [identityModule, integrationsModule]

describe.each(databaseKinds)('new connector keys on %s', (database) => {
  let scene: Scene
  const others: Running[] = []
  beforeAll(async () => {
    scene = await openScene(database, { CONNECTOR_KEYS: firstKey, REVOCATION_KEYS: firstRevocationKey })
  })
  afterAll(async () => {
    for (const running of others) await running.stop()
    await scene.close()
  })

  /** The product started anew with these keys. */
  async function restart(connectorKeys: string, revocationKeys: string): Promise<Running> {
    const environment: Record<string, string> = {
      ...environmentOf(scene),
      CONNECTOR_KEYS: connectorKeys,
      REVOCATION_KEYS: revocationKeys,
    }
    const slices = [platformConfig, ...modules.map((module) => module.config)]
    const running = await boot({
      modules,
      environment: await developmentSecrets(slices, environment['DATA_DIR'] ?? '', environment),
      logger: createLogger({ level: 'silent' }),
      loadDataKey,
      overrides: {
        clock: scene.system.clock,
        // The embedded database belongs to one process; to the other one each process has its own connections.
        ...(database === 'embedded' ? { database: scene.system.database.app } : {}),
      },
    })
    others.push(running)
    return running
  }
  const read = (running: Running, { userId }: Connected) =>
    running.assembly
      .clientOf(integrationsContract, 'edge')
      .sync(scene.system.contextFor(userId), { provider: 'todoist' })
  const job = async (running: Running, name: 'rotateKeys' | 'revoke', data: object = {}) =>
    running.assembly.instances.get('integrations')?.jobHandlers?.[name]?.(scene.system.contextFor(), data)
  const keysOf = async (table: 'credentials' | 'revocations'): Promise<string[]> => {
    const rows = await scene.system.database.asOwner<{ key_id: string }>(
      `select key_id from integrations.${table} where sealed is not null`,
    )
    return rows.map(({ key_id: id }) => id).sort()
  }

  const keyOf = async ({ userId }: Connected): Promise<string | undefined> => {
    const [row] = await scene.system.database.asOwner<{ key_id: string }>(
      `select key_id from integrations.credentials where user_id = '${userId}'`,
    )
    return row?.key_id
  }

  it('are taken up while reads and renewals go on, over a rotation that broke off, and free the old ones', async () => {
    const people: Connected[] = []
    for (let count = 0; count < 5; count += 1) people.push(await scene.connected('empty'))
    const leaving = await scene.connected('empty')
    scene.gate.answerInstead({ [revokePath]: 503 })
    await leaving.send('DELETE', '/api/v1/connectors/todoist')
    expect(await keysOf('credentials')).toEqual(people.map(() => 'first'))

    const rotating = await restart(`${secondKey},${firstKey}`, `${secondRevocationKey},${firstRevocationKey}`)
    const third = people.map(({ userId }) => userId).sort()[2] ?? ''
    await scene.system.database.asOwner(`
      create function public.stop() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$;
      create trigger stop before update of key_id on integrations.credentials for each row
        when (new.user_id = '${third}') execute function public.stop()`)
    await expect(job(rotating, 'rotateKeys')).rejects.toThrow()
    expect(await keysOf('credentials')).toEqual(['first', 'first', 'first', 'second', 'second'])
    for (const person of people) {
      expect(await read(rotating, person)).toMatchObject({ status: 'connected', problem: null })
    }
    await scene.system.database.asOwner(
      `drop trigger stop on integrations.credentials; drop function public.stop()`,
    )

    // Every access has run out, so that each reading puts a secret in place of the one that is being sealed anew.
    await scene.endAccess()
    const [, ...standings] = await Promise.all([
      job(rotating, 'rotateKeys'),
      ...people.map((person) => read(rotating, person)),
    ])
    expect(standings).toEqual(
      people.map(() => expect.objectContaining({ status: 'connected', problem: null })),
    )
    expect(people.map(({ grant }) => scene.gate.renewals(grant))).toEqual(people.map(() => 1))
    await job(rotating, 'rotateKeys')
    expect(await keysOf('credentials')).toEqual(people.map(() => 'second'))
    expect(await keysOf('revocations')).toEqual(['second'])

    const rotated = await restart(secondKey, secondRevocationKey)
    for (const person of people) {
      expect(await read(rotated, person)).toMatchObject({ status: 'connected', problem: null })
    }
    scene.gate.answerInstead({})
    const [pending] = await scene.system.database.asOwner<{ id: string }>(
      `select id from integrations.revocations where state = 'pending'`,
    )
    await scene.advance(60)
    await job(rotated, 'revoke', { revocation_id: pending?.id })
    expect(await scene.standing(leaving)).toMatchObject({ disconnection: { state: 'revoked' } })
  })

  it('are taken up although a secret among them opens for nobody, whose person is asked to reconnect', async () => {
    const [moved, other] = [await scene.connected('empty'), await scene.connected('empty')]
    // A box of somebody else's.
    await scene.system.database.asOwner(`
      update integrations.credentials c set sealed = o.sealed from integrations.credentials o
       where c.user_id = '${moved.userId}' and o.user_id = '${other.userId}'`)
    const rotating = await restart(`${secondKey},${firstKey}`, `${secondRevocationKey},${firstRevocationKey}`)
    await job(rotating, 'rotateKeys')
    expect(await keyOf(other)).toBe('second')
    expect(await keyOf(moved)).toBe('first')
    expect(await read(rotating, other)).toMatchObject({ status: 'connected', problem: null })
    await expect(read(rotating, moved)).rejects.toMatchObject({ code: 'integrations.needs_reconnect' })
    expect(await scene.standing(moved)).toMatchObject({ problem: { code: 'unreadable' } })
  })

  it('that a process does not know yet cost it a reading and nobody their connection', async () => {
    const person = await scene.connected('empty')
    const ahead = await restart(`${secondKey},${firstKey}`, `${secondRevocationKey},${firstRevocationKey}`)
    await job(ahead, 'rotateKeys')
    const old = await person.send('POST', '/api/v1/connectors/todoist/sync')
    expect(old.status).toBe(500)
    expect(await scene.standing(person)).toMatchObject({ status: 'connected' })
    expect(await read(ahead, person)).toMatchObject({ status: 'connected', problem: null })
  })
})
