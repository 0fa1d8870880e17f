import { aiGatewayModule } from '@triptych/ai-gateway'
import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { safetyModule } from '@triptych/safety'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import { bootModules, type TestSystem, type TestSystemOptions } from '@triptych/testkit'
import { notificationsContract, notificationsModule } from '../src/module.ts'

export interface MailView {
  readonly to: string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly links: string[]
  readonly headers: Record<string, string>
  readonly attachments: { filename: string; size: number }[]
  readonly via: string
}

export interface Scene {
  readonly sandbox: Sandbox
  readonly system: TestSystem
  readonly logs: string[]
  inbox(to?: string): Promise<MailView[]>
  fault(body: object): Promise<void>
  /** Runs every job that is due, also those that wait for another attempt. */
  deliver(): Promise<void>
  close(): Promise<void>
}

export const notifications = (system: TestSystem) => system.clientOf(notificationsContract)

/** The service beside those it hears of, its mails going to a real SMTP server. */
export async function openScene(
  database: TestSystemOptions['database'],
  environmentOf: (sandbox: Sandbox) => Record<string, string> = smtpOf,
): Promise<Scene> {
  const sandbox = await createSandbox({ sandbox: 'on', port: 0, settings: { mail: { smtpPort: 0 } } })
  const logs: string[] = []
  const system = await bootModules({
    modules: [identityModule, aiGatewayModule, safetyModule, notificationsModule],
    database,
    environment: environmentOf(sandbox),
    onLog: (line) => logs.push(line),
    loadDataKey,
  })
  return {
    sandbox,
    system,
    logs,
    async inbox(to = '') {
      const response = await fetch(`${sandbox.url}/mail/messages?to=${encodeURIComponent(to)}`)
      return ((await response.json()) as { items: MailView[] }).items
    },
    async fault(body) {
      const response = await fetch(`${sandbox.url}/mail/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(await response.text())
    },
    async deliver() {
      // The queue goes by the database's clock, so the wait is taken off the rows.
      await system.database.asOwner(`update jobs.job_common set start_after = now() where state < 'active'`)
      await system.settle()
    },
    async close() {
      await system.close()
      await sandbox.close()
    },
  }
}

export const smtpOf = (sandbox: Sandbox): Record<string, string> => ({
  SMTP_URL: `smtp://127.0.0.1:${new URL(sandbox.addresses['mail']?.['smtp'] ?? '').port}`,
})
