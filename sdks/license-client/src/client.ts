import { machineOf, normalizeLicenseKey } from '@triptych/license-format'
import { type Clock, held } from './clock.ts'
import { createEmitter, type Emitter } from './emitter.ts'
import { hardwareIdOf } from './fingerprint.ts'
import { Grace } from './grace.ts'
import { Session } from './session.ts'
import { createFileStorage, createStateStore } from './state.ts'
import { defaultTransport, transportOf } from './transport.ts'
import type { LicenseClient, LicenseClientOptions, Verdict } from './types.ts'
import { createWire } from './wire.ts'

/** What the tests move by hand. */
export interface Outside {
  readonly clock: Clock
  readonly random: () => number
}

export function createClient(options: LicenseClientOptions, outside: Outside): LicenseClient {
  check(options)
  const emitter = createEmitter()
  let session: Session | undefined
  let starting: Promise<Verdict> | undefined

  const start = async (): Promise<Verdict> => {
    const licenseKey = normalizeLicenseKey(options.licenseKey)
    if (licenseKey === null) return malformedKey
    session = await createSession(options, outside, { emitter, licenseKey })
    return session.acquire()
  }
  const verdict = (): Verdict => session?.verdict ?? { status: 'idle' }
  const isHeld = (): boolean => ['online', 'offline'].includes(verdict().status)
  return {
    get verdict() {
      return verdict()
    },
    acquire: () => {
      if (starting === undefined && isHeld()) return Promise.resolve(verdict())
      starting ??= held(start()).finally(() => {
        starting = undefined
      })
      return starting
    },
    renew: () => held(session?.renew() ?? Promise.resolve(verdict())),
    release: () => held(session?.release({ inHaste: false }) ?? Promise.resolve({ confirmed: false })),
    on: emitter.on,
    onEvent: emitter.onEvent,
  }
}

const malformedKey: Verdict = {
  status: 'refused',
  refusal: {
    reason: 'malformed_key',
    message: 'This is no licence key: a letter is missing, too many, or mistyped.',
    details: {},
  },
}

async function createSession(
  options: LicenseClientOptions,
  { clock, random }: Outside,
  { emitter, licenseKey }: { readonly emitter: Emitter; readonly licenseKey: string },
): Promise<Session> {
  const hardwareId = await hardwareIdOf(options.hardwareId)
  const machine = await machineOf(hardwareId)
  const keys = options.trustedKeys
  const storage = options.storage ?? createFileStorage(licenseKey, hardwareId)
  const store = createStateStore(storage, licenseKey, hardwareId)
  return new Session({
    clock,
    random,
    emitter,
    emit: emitter.emit,
    send: options.fetch === undefined ? defaultTransport : transportOf(options.fetch),
    wire: createWire(options, { licenseKey, hardwareId, machineName: options.machineName }),
    grace: new Grace({ clock, store, keys, machine }),
    keys,
    machine,
    startTimeoutMs: options.startTimeoutMs ?? 60_000,
    handleSignals: options.handleSignals ?? true,
  })
}

function check(options: LicenseClientOptions): void {
  const { baseUrl, licenseKey, trustedKeys, machineName = '', startTimeoutMs = 1 } = options
  if (typeof licenseKey !== 'string') throw new TypeError('licenseKey must be a string')
  if (!/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : ''))
    throw new TypeError('baseUrl must be an http(s) address such as https://licences.example.com')
  if (!Array.isArray(trustedKeys?.keys) || trustedKeys.keys.length === 0)
    throw new TypeError('trustedKeys must hold at least one key, as in {"keys": [{"kid": …}]}')
  if (machineName.length > 60 || /[\r\n]/.test(machineName))
    throw new TypeError('machineName must be one line of at most 60 characters')
  if (!(startTimeoutMs > 0)) throw new TypeError('startTimeoutMs must be positive')
}
