import { createClient } from './client.ts'
import { createSystemClock } from './clock.ts'
import type { LicenseClient, LicenseClientOptions } from './types.ts'

/** A client for one licence key on this machine. Throws a TypeError that names the option that is wrong. */
export const createLicenseClient = (options: LicenseClientOptions): LicenseClient =>
  createClient(options, { clock: createSystemClock(), random: Math.random })

export { hardwareIdOf } from './fingerprint.ts'
export {
  checkLicenseFile,
  type LicenseFileCheck,
  type LicenseFileContent,
  type LicenseFileExpectation,
} from './license-file.ts'
export {
  type Failure,
  type GraceRefusal,
  type Lease,
  type LeaseVerdict,
  type LicenseClient,
  type LicenseClientOptions,
  LicenseError,
  type LicenseEvent,
  type LicenseEvents,
  type Listener,
  type Operation,
  type Paths,
  type Refusal,
  type Storage,
  type TrustedKey,
  type TrustedKeys,
  type Verdict,
} from './types.ts'
