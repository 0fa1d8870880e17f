import { hkdfSync } from 'node:crypto'
import {
  type BoxOpener,
  type BoxSealer,
  createBoxOpener,
  createBoxSealer,
  publicKeyOf,
} from '@triptych/vault'

/** One purpose's box keys: everything new is sealed to the first, anything older still opens. */
export interface BoxKeys {
  readonly currentKeyId: string
  readonly sealer: BoxSealer
  readonly opener: BoxOpener
}

const derivedId = 'derived'

/** Keys as configured, newest first; without any, one that is derived from the module's secret for this purpose alone. */
export function createBoxKeys(configured: string | undefined, secret: string, purpose: string): BoxKeys {
  const derived: [string, string] = [derivedId, derive(secret, purpose)]
  const named = (configured ?? '')
    .split(',')
    .filter((entry) => entry !== '')
    .map((entry): [string, string] => {
      const colon = entry.indexOf(':')
      return [entry.slice(0, colon), entry.slice(colon + 1)]
    })
  const [current] = [...named, derived]
  const [keyId, privateKey] = current ?? derived
  return {
    currentKeyId: keyId,
    sealer: createBoxSealer({ keyId, publicKey: publicKeyOf(privateKey) }),
    opener: createBoxOpener({ privateKeys: Object.fromEntries([derived, ...named]) }),
  }
}

const derive = (secret: string, purpose: string): string =>
  Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `triptych/integrations/${purpose}`, 32),
  ).toString('base64')
