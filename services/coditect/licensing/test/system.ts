import { aiGatewayModule } from '@triptych/ai-gateway'
import { identityModule } from '@triptych/identity'
import { identityContract, loadDataKey } from '@triptych/identity/contract'
import { newId } from '@triptych/kernel'
import { notificationsModule } from '@triptych/notifications'
import { safetyModule } from '@triptych/safety'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import {
  bootModules,
  type Person,
  personOf,
  type Reply,
  send,
  signUp,
  testPassword,
  type TestSystem,
  type TestSystemOptions,
} from '@triptych/testkit'
import { licensingModule } from '../src/module.ts'
import { type BillingDouble, createBillingDouble, type SubscriptionChange } from './billing-double.ts'

export interface MailView {
  readonly subject: string
  readonly text: string
  readonly links: string[]
  readonly attachments: { filename: string; size: number }[]
}

export interface LicenseView {
  readonly id: string
  readonly key_display: string
  readonly plan: { id: string; name: string }
  readonly status: string
  readonly max_concurrent_seats: number
  readonly seats_used: number
  readonly offline_overlaps: number
  readonly [member: string]: unknown
}

export interface Seat {
  readonly session_id: string
  readonly signed_token: string
  readonly expires_at: string
  readonly grace_until: string
  readonly seats_used: number
  readonly max_seats: number
}

export interface Audited {
  readonly action: string
  readonly target: string
  readonly refs: Record<string, string>
  readonly is_sealed: boolean
}

/** An organisation whose owner is signed in, with a licence that follows a subscription. */
export interface Licensed {
  readonly owner: Person
  readonly organizationId: string
  readonly subscriptionId: string
  readonly licenseId: string
  readonly key: string
  /** Changes the subscription, and tells. */
  change(change: Omit<SubscriptionChange, 'organization_id'>): Promise<void>
  license(): Promise<LicenseView>
  acquire(machine: string, more?: object): Promise<Reply>
}

export interface Scene {
  readonly system: TestSystem
  readonly billing: BillingDouble
  readonly sandbox: Sandbox
  readonly logs: string[]
  inbox(to: string): Promise<MailView[]>
  person(): Promise<Person>
  /** An administrator of the deployment. */
  admin(): Promise<Person>
  organization(owner: Person): Promise<string>
  member(of: Licensed, role: 'admin' | 'member'): Promise<Person>
  licensed(change?: Omit<SubscriptionChange, 'organization_id'>): Promise<Licensed>
  /** What the organisation's audit trail was told, in the order of what happened. */
  audited(organizationId: string): Promise<Audited[]>
  /** Runs every job, also those that wait. */
  work(): Promise<void>
  post(path: string, body: object): Promise<Reply>
  close(): Promise<void>
}

const unlimited = {
  ACQUIRES_PER_MACHINE: '100000',
  SEAT_REQUESTS_PER_IP: '1000000',
}

export async function openScene(
  database: TestSystemOptions['database'],
  environment: Record<string, string> = {},
): Promise<Scene> {
  const sandbox = await createSandbox({ sandbox: 'on', port: 0, settings: { mail: { smtpPort: 0 } } })
  const billing = createBillingDouble()
  const logs: string[] = []
  const system = await bootModules({
    modules: [
      identityModule,
      aiGatewayModule,
      safetyModule,
      notificationsModule,
      billing.module,
      licensingModule,
    ],
    database,
    loadDataKey,
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${new URL(sandbox.addresses['mail']?.['smtp'] ?? '').port}`,
      ...unlimited,
      ...environment,
    },
    onLog: (line) => logs.push(line),
  })

  async function organization(owner: Person): Promise<string> {
    const reply = await owner.send('POST', '/api/v1/organizations', { body: { name: `Company ${newId()}` } })
    return (reply.body as { id: string }).id
  }
  async function work(): Promise<void> {
    // The queue goes by the database's clock, so the wait is taken off the rows.
    await system.database.asOwner(`update jobs.job_common set start_after = now() where state < 'active'`)
    await system.settle()
  }
  const tell = async (subscription: Parameters<BillingDouble['announce']>[0]): Promise<void> => {
    await billing.announce(subscription)
    await system.settle()
  }
  const person = () => lastingPerson(system)

  return {
    system,
    billing,
    sandbox,
    logs,
    organization,
    work,
    person,
    async admin() {
      const { email } = await person()
      await system.clientOf(identityContract).grantAdmin(system.contextFor(), { email })
      return lastingPerson(system, email)
    },
    async audited(organizationId) {
      await system.settle()
      return system.database.asOwner<Audited>(
        `select action, target, refs, is_sealed from billing.heard where organization_id = $1 order by id`,
        [organizationId],
      )
    },
    post: (path, body) => send(system, 'POST', `/api/v1${path}`, { body }),
    async inbox(to) {
      const response = await fetch(`${sandbox.url}/mail/messages?to=${encodeURIComponent(to)}`)
      return ((await response.json()) as { items: MailView[] }).items
    },
    async member(of, role) {
      const joining = await person()
      await system.database.asOwner(`insert into identity.organization_members values ($1, $2, $3, now())`, [
        of.organizationId,
        joining.userId,
        role,
      ])
      return joining
    },
    async licensed(change = {}) {
      const owner = await person()
      const organizationId = await organization(owner)
      const subscription = billing.set({ ...change, organization_id: organizationId })
      await tell(subscription)
      const list = await owner.send('GET', '/api/v1/licenses/')
      const [license] = (list.body as { items: LicenseView[] }).items
      if (license === undefined) throw new Error(`no licence: ${list.text}`)
      const shown = await owner.send('GET', `/api/v1/licenses/${license.id}/key`)
      const key = (shown.body as { license_key: string }).license_key
      return {
        owner,
        organizationId,
        subscriptionId: subscription.id,
        licenseId: license.id,
        key,
        change: (next) =>
          tell(billing.set({ ...next, id: subscription.id, organization_id: organizationId })),
        license: async () => (await owner.send('GET', `/api/v1/licenses/${license.id}/`)).body as LicenseView,
        acquire: (machine, more = {}) =>
          send(system, 'POST', '/api/v1/licenses/acquire', {
            body: { license_key: key, hardware_id: machine, ...more },
          }),
      }
    },
    async close() {
      await system.close()
      await sandbox.close()
    },
  }
}

/** Signs in again whenever a test has put the clock further than a sign-in lasts. */
async function lastingPerson(system: TestSystem, existing?: string): Promise<Person> {
  let person = existing === undefined ? await signUp(system) : await signIn(system, existing)
  return {
    ...person,
    async send(...request) {
      const reply = await person.send(...request)
      if (reply.status !== 401) return reply
      person = await signIn(system, person.email)
      return person.send(...request)
    },
  }
}

async function signIn(system: TestSystem, email: string): Promise<Person> {
  const body = { email, password: testPassword }
  const signedIn = (await send(system, 'POST', '/api/v1/auth/login', { body })).body
  return personOf(system, { ...(signedIn as Omit<Parameters<typeof personOf>[1], 'email'>), email })
}

export const seatOf = (reply: Reply): Seat => {
  if (reply.status !== 201) throw new Error(`acquiring answered ${reply.status}: ${reply.text}`)
  return reply.body as Seat
}
export const codeOf = (reply: Reply): string => (reply.body as { code: string }).code
