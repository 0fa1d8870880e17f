import { systemClock } from '@triptych/kernel'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import { integrationsConfig } from '../../src/config.ts'
import { type ConnectorRegistry, createConnectors } from '../../src/connectors/index.ts'
import type { Connector, Credential } from '../../src/connectors/connector.ts'

/** What a connector's provider can be made to do, so that the suite can hold the connector against it. */
export interface Stage {
  readonly connector: Connector
  readonly credential: Credential
  /** A new task at the provider; answers how it is called there. */
  add(title: string): Promise<string>
  complete(id: string): Promise<void>
  remove(id: string): Promise<void>
  /** The next reading meets this. */
  arm(fault: Fault): Promise<void>
}

export type Fault = 'refused' | 'unavailable' | 'limited' | 'nonsense' | 'cut'

export interface World {
  readonly sandbox: Sandbox
  readonly connectors: ConnectorRegistry
  readonly logs: string[]
  call(path: string, body?: object): Promise<unknown>
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const sandbox = await createSandbox({ sandbox: 'on', port: 0, settings: { mail: { smtpPort: 0 } } })
  const logs: string[] = []
  const warn = (fields: Record<string, unknown>, message: string) =>
    void logs.push(JSON.stringify({ ...fields, message }))
  const config = integrationsConfig.parse({ INTEGRATIONS_SECRET: Buffer.alloc(32).toString('base64') })
  const ground = { clock: systemClock, logger: { warn }, sandboxUrl: sandbox.url }
  const connectors = createConnectors(config, ground)
  return {
    sandbox,
    connectors,
    logs,
    async call(path, body) {
      const response = await fetch(sandbox.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return response.status === 204 ? undefined : response.json()
    },
    async close() {
      for (const connector of connectors.values()) await connector.close?.()
      await sandbox.close()
    },
  }
}
