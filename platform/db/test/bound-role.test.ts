import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRole, asApp, type Database, openDatabase, requireBoundRole } from '../src/index.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing.ts'

const postgresUrl = process.env['TEST_POSTGRES_URL']
const strictly = { allowSuperuserLogin: false }
const leniently = { allowSuperuserLogin: true }
const refusal = /is a superuser or bypasses row-level security\. Let DATABASE_URL sign in as triptych_app/

describe.runIf(postgresUrl !== undefined)('a role that row-level security does not bind', () => {
  let test: TestDatabase
  const opened: Database[] = []
  // Roles belong to the whole server: each run has its own.
  const bypassing = `bypassing_${process.pid}`

  beforeAll(async () => {
    test = await openTestDatabase('postgres', [], postgresUrl)
    await test.asOwner(`create role ${bypassing} login bypassrls in role ${appRole}`)
  })
  afterAll(async () => {
    for (const database of opened) await database.close()
    await test.asOwner(`drop role ${bypassing}`)
    await test.close()
  })

  async function signIn(role: string): Promise<Database> {
    const url = new URL(test.url ?? '')
    url.username = role
    const database = await openDatabase({ kind: 'postgres', url: url.href, connectionsMax: 1 })
    opened.push(database)
    return database
  }

  it('is refused when it acts, whoever it is', async () => {
    for (const options of [strictly, leniently]) {
      await expect(requireBoundRole(test.owner, options)).rejects.toThrow(refusal)
      await expect(requireBoundRole(await signIn(bypassing), options)).rejects.toThrow(refusal)
    }
  })

  it('may sign in and then act as the app only where that is allowed', async () => {
    for (const database of [test.app, asApp(await signIn(bypassing))]) {
      await expect(requireBoundRole(database, strictly)).rejects.toThrow(refusal)
      await requireBoundRole(database, leniently)
    }
  })

  it('is not the app’s own', async () => {
    await requireBoundRole(await signIn(appRole), strictly)
  })
})
