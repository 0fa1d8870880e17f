export { fileAlgorithm, leaseAlgorithm, type PublicKey, type PublicKeys } from './keys.ts'
export {
  type LeaseCheck,
  type LeaseClaims,
  type LeaseExpectation,
  leaseType,
  type LeaseVerdict,
  machineOf,
  verifyLease,
} from './lease.ts'
export {
  fileType,
  type LicenseFile,
  type LicenseFileCheck,
  type LicenseFileContent,
  type LicenseFileExpectation,
  verifyLicenseFile,
} from './license-file.ts'
export {
  generateLicenseKey,
  isLicenseKey,
  licenseKeyDisplay,
  licenseKeyPrefix,
  normalizeLicenseKey,
} from './license-key.ts'
