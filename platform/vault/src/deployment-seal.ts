import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

import { openBytes, sealBytes } from './aes-gcm.ts'
import { decodeText, encodeText, labelBytes } from './bytes.ts'
import { refused } from './errors.ts'

export interface DeploymentKey {
  /** The deployment's secret, at least 32 bytes of text. */
  secret: string
  /** What is sealed, such as `identity.signing-key`: each purpose has a key of its own. */
  purpose: string
}

const version = 1

function deriveKey({ secret, purpose }: DeploymentKey): KeyObject {
  if (Buffer.byteLength(secret) < 32) throw new RangeError('the deployment secret must be at least 32 bytes')
  const info = Buffer.concat([Buffer.from('triptych/deployment/1/'), labelBytes('purpose', purpose)])
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 32))
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return key
}

/** Seals a secret of the deployment itself, such as a signing key, for its own database. */
export function sealForDeployment(deployment: DeploymentKey, plaintext: string): Uint8Array {
  const { encoding, bytes } = encodeText(plaintext)
  const header = Uint8Array.of(version, encoding)
  return Buffer.concat([header, sealBytes(deriveKey(deployment), bytes, header)])
}

/** Fails with `vault.refused` under another secret or purpose. */
export function openForDeployment(deployment: DeploymentKey, sealed: Uint8Array): string {
  const header = sealed.subarray(0, 2)
  const [format, encoding] = header
  if (format !== version || encoding === undefined) throw refused()
  return decodeText(encoding, openBytes(deriveKey(deployment), sealed.subarray(2), header))
}
