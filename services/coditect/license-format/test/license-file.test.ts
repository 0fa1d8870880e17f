import { beforeAll, describe, expect, it } from 'vitest'
import { type LicenseFileContent, verifyLicenseFile } from '../src/index.ts'
import { createSigner, now } from './signing.ts'

const content: LicenseFileContent = {
  issuer: 'http://localhost:3000',
  license_id: '0198-license',
  key_display: 'CODITECT-7KQ2-****-****-****-****',
  organization: { id: '0198-organization', name: 'Müller & Söhne' },
  plan: { id: 'pro', name: 'Pro' },
  features: { offline: true },
  max_concurrent_seats: 10,
  issued_at: '2026-11-28T12:00:00.000Z',
  expires_at: '2026-12-28T12:00:00.000Z',
}

describe('a licence file', () => {
  let signer: Awaited<ReturnType<typeof createSigner>>
  let file: Awaited<ReturnType<typeof signer.file>>
  beforeAll(async () => {
    signer = await createSigner('PS256', 'f-1')
    file = await signer.file(content)
  })
  const check = (given: unknown, changes: object = {}) =>
    verifyLicenseFile(given, { keys: { keys: [signer.key] }, now, ...changes })

  it('tells what was bought, as text and as JSON', async () => {
    expect(await check(file)).toEqual({ verdict: 'valid', content })
    expect(await check(JSON.stringify(file), { license: '0198-license' })).toEqual({
      verdict: 'valid',
      content,
    })
  })

  it('is over at its end, if it has one', async () => {
    expect(await check(file, { now: Date.parse('2026-12-28T12:00:00Z') })).toMatchObject({
      verdict: 'expired',
    })
    const endless = await signer.file({ ...content, expires_at: null })
    expect(await check(endless, { now: Date.parse('2999-01-01T00:00:00Z') })).toMatchObject({
      verdict: 'valid',
    })
  })

  it('is foreign for another licence', async () => {
    expect(await check(file, { license: '0198-other' })).toMatchObject({ verdict: 'foreign_license' })
  })

  it('is edited when somebody gives themselves more seats', async () => {
    const payload = Buffer.from(JSON.stringify({ ...content, max_concurrent_seats: 99 })).toString(
      'base64url',
    )
    expect(await check({ ...file, payload })).toEqual({ verdict: 'edited' })
    const other = await signer.file({ ...content, max_concurrent_seats: 99 })
    expect(await check({ ...file, signature: other.signature })).toEqual({ verdict: 'edited' })
  })

  it('stays good under a key that signs no more, and is unknown without it', async () => {
    const newer = await createSigner('Ed25519', 'f-2')
    expect(await check(file, { keys: { keys: [newer.key, signer.key] } })).toMatchObject({ verdict: 'valid' })
    expect(await check(file, { keys: { keys: [newer.key] } })).toEqual({ verdict: 'unknown_key' })
  })

  it('is malformed when it is something else', async () => {
    const empty = await signer.file({} as LicenseFileContent)
    for (const given of ['', '{', null, 7, {}, await signer.file(content, 'JWT'), empty])
      expect(await check(given)).toEqual({ verdict: 'malformed' })
  })
})
