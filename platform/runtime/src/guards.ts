import type { PlatformConfig } from './platform-config.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Providers that are only played must never meet real people. */
export function refuseSandboxInPublic(config: PlatformConfig): void {
  const { hostname } = new URL(config.PUBLIC_URL)
  if (config.SANDBOX === 'on' && !loopback.has(hostname)) {
    throw new Error(
      `SANDBOX is on, but PUBLIC_URL is ${config.PUBLIC_URL}. The sandbox runs on loopback only.`,
    )
  }
}

/** Events in process reach the modules of this process alone; in several processes they need a broker. */
export function refuseSplitBus(config: PlatformConfig): void {
  const isSplit = Object.keys(config.MODULE_URLS).length > 0
  if (isSplit && config.NATS_URL === undefined) {
    throw new Error('MODULE_URLS names modules of other processes, so events need a broker: set NATS_URL.')
  }
}
