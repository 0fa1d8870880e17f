export { createCipher, type Cell, type Cipher } from './cipher.ts'
export { commit, type CommitmentValue } from './commitment.ts'
export { createDataKeys, type DataKeys, type DataKeysOptions } from './data-keys.ts'
export { openForDeployment, sealForDeployment, type DeploymentKey } from './deployment-seal.ts'
export { vaultErrors } from './errors.ts'
export { createKeyRing, createLocalKey, type KeyEncryptionKey, type KeyRing } from './key-ring.ts'
export {
  createBoxOpener,
  createBoxSealer,
  generateBoxKeys,
  publicKeyOf,
  type BoxBinding,
  type BoxOpener,
  type BoxSealer,
} from './sealed-box.ts'
