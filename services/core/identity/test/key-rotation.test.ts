import { randomBytes } from 'node:crypto'
import { developmentSecrets } from '@triptych/config'
import { createModuleDatabase } from '@triptych/db'
import { newId } from '@triptych/kernel'
import { boot, keyRingOf, platformConfig, type Running } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { databaseKinds, signUp, type TestSystem } from '@triptych/testkit'
import { type Cipher, createDataKeys } from '@triptych/vault'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDataKey } from '../src/contract/index.ts'
import { identityModule } from '../src/module.ts'
import { rewrapDataKeys } from '../src/rewrap-data-keys.ts'
import type { IdentityTables } from '../src/store/tables.ts'
import { bootIdentity, organizationOf } from './system.ts'

const newKey = randomBytes(32).toString('base64')
const cell = { table: 'notes', column: 'text', row: '1' }
const logger = createLogger({ level: 'silent' })

type Ciphers = (subject: string) => Promise<Cipher>

interface LogLine {
  readonly event: string
  readonly count: number
  readonly pending: number
}

describe.each(databaseKinds)('a new key for data keys on %s', (database) => {
  let system: TestSystem
  let oldKey: string
  const others: Running[] = []
  beforeAll(async () => {
    system = await bootIdentity(database)
    oldKey = config().DATA_KEY_ENCRYPTION_KEY
  })
  afterAll(async () => {
    for (const running of others) await running.stop()
    await system.close()
  })

  const config = () => {
    const [running] = system.running
    if (running === undefined) throw new Error('nothing runs')
    return running.config
  }

  /** Another process of the deployment, given these keys, that does its jobs when it is told to. */
  async function start(current: string, ...old: string[]) {
    const lines: LogLine[] = []
    const { DATA_DIR: directory } = config()
    const environment = {
      TRIPTYCH_ENV: 'test',
      ROLE: 'api',
      PUBLIC_API: 'off',
      HOST: '127.0.0.1',
      PORT: '0',
      INTERNAL_PORT: '0',
      DATA_DIR: directory,
      SERVICE_KEYS_FILE: `${directory}/service-keys.json`,
      ...(system.database.url === undefined ? {} : { DATABASE_URL: system.database.url }),
      DATA_KEY_ENCRYPTION_KEY: current,
      DATA_KEY_ENCRYPTION_KEYS_OLD: old.join(),
    }
    const modules = [identityModule]
    const slices = [platformConfig, ...modules.map((module) => module.config)]
    const running = await boot({
      modules,
      environment: await developmentSecrets(slices, directory, environment),
      logger: createLogger({
        level: 'info',
        destination: { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) },
      }),
      loadDataKey,
      overrides: {
        clock: system.clock,
        // The embedded database belongs to one process; to the other one each process has its own connections.
        ...(database === 'embedded' ? { database: system.database.app } : {}),
      },
    })
    others.push(running)
    return {
      cipherOf: cipherOf(running),
      rotate: async () =>
        running.assembly.instances
          .get('identity')
          ?.jobHandlers?.['rewrapDataKeys']?.(system.contextFor(), {}),
      left: async () =>
        /triptych_identity_data_keys_left (\d+)/.exec(
          await (await fetch(`${running.internalUrl}/metrics`)).text(),
        )?.[1],
      told: () => lines.filter(({ event }) => event.startsWith('identity.data_keys_')),
    }
  }

  /** Ciphers as this process has them, asked for anew each time. */
  const cipherOf = (running: Running) => (subject: string) =>
    createDataKeys({
      load: (wanted) => loadDataKey(running.assembly.clientOf)(system.contextFor(), wanted),
      keyRing: keyRingOf(running.config),
      clock: system.clock,
      cacheMs: 1,
      max: 1,
    }).cipherOf(subject)

  const subjectsOf = async (): Promise<string[]> => {
    const rows = await system.database.asOwner<{ subject_id: string }>(
      'select subject_id from identity.data_keys order by subject_id',
    )
    return rows.map((row) => row.subject_id)
  }
  const textsOf = (subjects: readonly string[], ciphers: Ciphers) =>
    Promise.all(subjects.map(async (subject) => (await ciphers(subject)).encrypt(`of ${subject}`, cell)))
  const readBy = async (ciphers: Ciphers, subjects: readonly string[], texts: readonly Uint8Array[]) => {
    for (const [index, subject] of subjects.entries())
      expect((await ciphers(subject)).decrypt(texts[index] ?? new Uint8Array(), cell)).toBe(`of ${subject}`)
  }
  const keysInUse = async (): Promise<number> => {
    const [row] = await system.database.asOwner<{ count: number }>(
      'select count(distinct key_id)::integer as count from identity.data_keys',
    )
    return row?.count ?? 0
  }

  it('wraps every data key over a run that was killed, while texts are read, and frees the old one', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => signUp(system)))
    await organizationOf(people[0] ?? (await signUp(system)))
    const subjects = await subjectsOf()
    const [first] = system.running
    if (first === undefined) throw new Error('nothing runs')
    const before = await textsOf(subjects, cipherOf(first))

    const reading = await start(oldKey, newKey)
    const [rotating, twin] = [await start(newKey, oldKey), await start(newKey, oldKey)]
    expect(await rotating.left()).toBe(String(subjects.length))
    const third = subjects[2] ?? ''
    await system.database.asOwner(`
      create function public.stop() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$;
      create trigger stop before update on identity.data_keys for each row
        when (new.subject_id = '${third}') execute function public.stop()`)
    await expect(rotating.rotate()).rejects.toThrow()
    await system.database.asOwner('drop trigger stop on identity.data_keys; drop function public.stop()')
    expect(await rotating.left()).toBe(String(subjects.length - 2))
    const between = await textsOf(subjects, reading.cipherOf)
    for (const process of [reading, rotating]) {
      await readBy(process.cipherOf, subjects, before)
      await readBy(process.cipherOf, subjects, between)
    }

    await Promise.all([rotating.rotate(), twin.rotate(), readBy(reading.cipherOf, subjects, before)])
    const told = [...rotating.told(), ...twin.told()]
    expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(subjects.length - 2)
    expect(told.at(-1)).toMatchObject({ event: 'identity.data_keys_rewrapped', pending: 0 })
    expect(await rotating.left()).toBe('0')
    expect(await keysInUse()).toBe(1)
    await rotating.rotate()
    expect(rotating.told().length + twin.told().length).toBe(told.length)

    const rotated = await start(newKey)
    await readBy(rotated.cipherOf, subjects, before)
    await readBy(rotated.cipherOf, subjects, between)
  })

  it('brings back no key that was destroyed while it was wrapped anew, and undoes no other change', async () => {
    const [leaving, staying] = [await signUp(system), await signUp(system)]
    const { DATA_KEY_ENCRYPTION_KEY: _current, ...rest } = config()
    const keyRing = keyRingOf({
      ...rest,
      DATA_KEY_ENCRYPTION_KEY: newKey,
      DATA_KEY_ENCRYPTION_KEYS_OLD: [oldKey],
    })
    const ground = { clock: system.clock, newId }
    const db = createModuleDatabase<IdentityTables>({
      // The names of prepared statements belong to the process that shares these connections.
      database: { ...system.database.app, isPipelined: false },
      module: 'identity',
      ...ground,
    })
    const rotate = rewrapDataKeys({ db, keyRing, logger })
    const disturbed = rewrapDataKeys({
      db,
      logger,
      keyRing: {
        ...keyRing,
        async rewrap(wrapped, subject) {
          const fresh = await keyRing.rewrap(wrapped, subject)
          if (subject === leaving.userId)
            expect((await leaving.send('DELETE', '/api/v1/me')).status).toBe(202)
          if (subject === staying.userId) await rotate(system.contextFor())
          return fresh
        },
      },
    })
    await disturbed(system.contextFor())
    await system.settle()
    const subjects = await subjectsOf()
    expect(subjects).toContain(staying.userId)
    expect(subjects).not.toContain(leaving.userId)
    expect(await keysInUse()).toBe(1)
  })

  it('counts what it cannot open, leaves it as it is, and goes on with the others', async () => {
    const [person] = [await signUp(system), await signUp(system)]
    const another = randomBytes(32).toString('base64')
    const tooEarly = await start(another, newKey)
    await tooEarly.rotate()
    expect(tooEarly.told().at(-1)).toMatchObject({ event: 'identity.data_keys_left', pending: 2 })
    expect(await tooEarly.left()).toBe('2')
    await expect(tooEarly.cipherOf(person.userId)).rejects.toMatchObject({ code: 'vault.unknown_key' })
    const again = await start(another, newKey, oldKey)
    await again.rotate()
    expect(await again.left()).toBe('0')
    expect(await keysInUse()).toBe(1)
    expect(await again.cipherOf(person.userId)).toBeDefined()
  })
})
