import { constants, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { fileType, type LicenseFile, type LicenseFileContent } from '@triptych/license-format'
import { algorithmOf, type SigningKeys } from './signing-keys.ts'

/** Signs licence files in the thread pool, so that nothing else waits for RSA. */
export type SignLicenseFile = (content: LicenseFileContent) => Promise<LicenseFile>

const signInPool = promisify<
  string,
  Uint8Array,
  { key: KeyObject; padding: number; saltLength: number },
  Buffer
>(sign)
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export const createFileSigner =
  (keys: SigningKeys): SignLicenseFile =>
  async (content) => {
    const key = await keys.signing('file')
    const header = encode({ alg: algorithmOf('file'), kid: key.id, typ: fileType })
    const payload = encode(content)
    const signature = await signInPool('sha256', Buffer.from(`${header}.${payload}`), {
      key: key.privateKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    })
    return { protected: header, payload, signature: signature.toString('base64url') }
  }
