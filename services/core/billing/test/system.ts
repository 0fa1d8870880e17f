import { type ConfigSlice, developmentSecrets, type Environment } from '@triptych/config'
import { identityModule } from '@triptych/identity'
import { identityContract, loadDataKey } from '@triptych/identity/contract'
import { newId } from '@triptych/kernel'
import { notificationsModule } from '@triptych/notifications'
import { platformConfig } from '@triptych/runtime'
import {
  bootModules,
  type Person,
  personOf,
  send,
  signUp,
  testPassword,
  type TestSystem,
  type TestSystemOptions,
} from '@triptych/testkit'
import { billingContract, billingModule } from '../src/module.ts'

/** Billing with those it calls and hears of. */
export const billingModules = [identityModule, notificationsModule, billingModule]

export const bootBilling = (
  database: 'embedded' | 'postgres',
  options: Pick<TestSystemOptions, 'environment' | 'onLog'> = {},
): Promise<TestSystem> => bootModules({ modules: billingModules, database, loadDataKey, ...options })

export const billingOf = (system: TestSystem) => system.clientOf(billingContract)

/** Somebody whom the server's own command made an administrator. */
export async function signUpAdmin(system: TestSystem): Promise<Person> {
  const person = await signUp(system)
  await system.clientOf(identityContract).grantAdmin(system.contextFor(), { email: person.email })
  return person
}

/** Access tokens end within minutes; after a leap in time a person signs in again. */
export async function signInAgain(system: TestSystem, { email }: Person): Promise<Person> {
  const reply = await send(system, 'POST', '/api/v1/auth/login', { body: { email, password: testPassword } })
  return personOf(system, { ...(reply.body as Parameters<typeof personOf>[1]), email })
}

export type Meter = 'turns_per_day' | 'mirror_sessions_per_week'

export const reserve = (system: TestSystem, person: Person, meter: Meter, usageId = newId()) =>
  billingOf(system).reserveUsage(system.contextFor(person.userId), {
    user_id: person.userId,
    meter,
    usage_id: usageId,
  })

/** Takes a whole allowance, settled, so that it stays used. */
export async function use(system: TestSystem, person: Person, meter: Meter, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const usageId = newId()
    await reserve(system, person, meter, usageId)
    await billingOf(system).settleUsage(system.contextFor(), { user_id: person.userId, usage_id: usageId })
  }
}

export interface Entitlements {
  readonly plan: string
  readonly source: string
  readonly expires_at: string | null
  readonly limits: Record<string, unknown>
  readonly usage: Record<
    Meter,
    { readonly used: number; readonly limit: number | null; readonly resets_at: string }
  >
}

export async function entitlementsOf(person: Person): Promise<Entitlements> {
  const reply = await person.send('GET', '/api/v1/billing/entitlements')
  if (reply.status !== 200) throw new Error(`entitlements answered ${reply.status}: ${reply.text}`)
  return reply.body as Entitlements
}

export const grant = (admin: Person, person: Person, plan: string, expiresAt: string | null = null) =>
  admin.send('POST', '/api/v1/admin/entitlements', {
    body: { user_id: person.userId, plan, expires_at: expiresAt, reason: 'A thank-you' },
  })

/** What another process on the same database starts with. */
export async function environmentOf({
  system,
  sandbox,
}: {
  readonly system: TestSystem
  readonly sandbox: {
    readonly url: string
    readonly addresses: Readonly<Record<string, Record<string, string>>>
  }
}): Promise<Environment> {
  const directory = system.running[0]?.config.DATA_DIR ?? ''
  const { url } = system.database
  const slices = [platformConfig, ...billingModules.map((module) => module.config as ConfigSlice)]
  return developmentSecrets(slices, directory, {
    TRIPTYCH_ENV: 'test',
    ROLE: 'worker',
    PUBLIC_API: 'off',
    HOST: '127.0.0.1',
    PORT: '0',
    INTERNAL_PORT: '0',
    DATA_DIR: directory,
    SERVICE_KEYS_FILE: `${directory}/service-keys.json`,
    ...(url === undefined ? {} : { DATABASE_URL: url }),
    STRIPE_SECRET_KEY: 'sk_test_tested',
    STRIPE_API_URL: sandbox.url,
    SMTP_URL: `smtp://127.0.0.1:${new URL(sandbox.addresses['mail']?.['smtp'] ?? '').port}`,
  })
}
