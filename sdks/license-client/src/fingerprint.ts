import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'

/** What each system keeps from installation on, over every reboot. */
const readers: Readonly<Partial<Record<NodeJS.Platform, () => Promise<string | undefined>>>> = {
  linux: async () =>
    (await readFirstLine('/etc/machine-id')) ?? (await readFirstLine('/var/lib/dbus/machine-id')),
  darwin: () =>
    find(/"IOPlatformUUID" = "([^"]+)"/, '/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']),
  win32: () =>
    find(/MachineGuid\s+REG_SZ\s+(\S+)/, 'reg', [
      'query',
      String.raw`HKLM\SOFTWARE\Microsoft\Cryptography`,
      '/v',
      'MachineGuid',
    ]),
}

/**
 * This machine's name towards the licence server: a hash that stays the same over reboots and says nothing about the
 * machine. `override` (or `CODITECT_HARDWARE_ID`) takes the fingerprint's place, hashed as well.
 */
export async function hardwareIdOf(override = process.env['CODITECT_HARDWARE_ID']): Promise<string> {
  if (override !== undefined && override !== '') return hashed(`override:${override}`)
  const machine = await readers[process.platform]?.().catch(() => undefined)
  return hashed(machine === undefined ? `network:${networkIdentity()}` : `machine:${machine}`)
}

const hashed = (text: string): string =>
  createHash('sha256').update(`coditect-license-client:${text}`).digest('base64url')

async function readFirstLine(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n')[0]?.trim() || undefined
}

function find(pattern: RegExp, command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { timeout: 5_000, windowsHide: true }
    execFile(command, args, options, (_error, output) => resolve(pattern.exec(output)?.[1]))
  })
}

/** The last resort: the host's name and the addresses of its network cards, but for those made up at each start. */
function networkIdentity(): string {
  const addresses = Object.values(readInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ internal, mac }) => !internal && mac !== '00:00:00:00:00:00' && !isLocallyMade(mac))
    .map(({ mac }) => mac)
  return [hostname(), ...new Set(addresses.toSorted())].join(',')
}

function readInterfaces(): ReturnType<typeof networkInterfaces> {
  try {
    return networkInterfaces()
  } catch {
    return {}
  }
}

const isLocallyMade = (mac: string): boolean => (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0
