import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'

/** What a browser keeps to itself. */
export interface BrowserKeys {
  /** The scalar of its P-256 key. */
  readonly privateKey: Buffer
  readonly auth: Buffer
}

const [saltLength, tagLength] = [16, 16]
const derive = (key: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

/**
 * Opens the body of a push as a browser does: aes128gcm (RFC 8188) with the keys of RFC 8291, in one record.
 * @throws when it was not made for these keys or is broken.
 */
export function decryptPush(body: Buffer, { privateKey, auth }: BrowserKeys): Buffer {
  const salt = body.subarray(0, saltLength)
  const keyEnd = 21 + body.readUInt8(20)
  const sender = body.subarray(21, keyEnd)
  const browser = createECDH('prime256v1')
  browser.setPrivateKey(privateKey)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender])
  const secret = derive(browser.computeSecret(sender), auth, info, 32)
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
  return withoutPadding(decipher(body.subarray(keyEnd), key, nonce))
}

function decipher(record: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const opener = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: tagLength })
  opener.setAuthTag(record.subarray(-tagLength))
  return Buffer.concat([opener.update(record.subarray(0, -tagLength)), opener.final()])
}

/** The last record ends with a 2 and any number of zeros. */
function withoutPadding(plain: Buffer): Buffer {
  const end = plain.findLastIndex((byte) => byte !== 0)
  if (plain[end] !== 2) throw new Error('The last record of a push ends with the delimiter 2.')
  return plain.subarray(0, end)
}
