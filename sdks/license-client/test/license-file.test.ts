import { expect, it } from 'vitest'
import { checkLicenseFile, type LicenseFileContent } from '../src/index.ts'
import { createFileSigner } from './support/authority.ts'

const content: LicenseFileContent = {
  issuer: 'https://licences.example.com',
  license_id: 'license-1',
  key_display: 'CODITECT-0000-****-****-****-****',
  organization: { id: 'organization-1', name: 'Example' },
  plan: { id: 'pro', name: 'Pro' },
  features: { offline: true },
  max_concurrent_seats: 10,
  issued_at: '2026-11-28T12:00:00.000Z',
  expires_at: '2026-12-28T12:00:00.000Z',
}

const vendor = await createFileSigner()
const stranger = await createFileSigner()
const file = await vendor.sign(content)
const { trustedKeys } = vendor

it.each([
  ['of the vendor', file, {}, 'valid'],
  ['of another licence', file, { licenseId: 'license-2' }, 'foreign_license'],
  ['that is over', file, { now: new Date('2027-01-01') }, 'expired'],
  ['signed by somebody else', await stranger.sign(content), {}, 'unknown_key'],
  ['that was edited', file.replace(/("payload":".{40})./, '$1_'), {}, 'edited'],
  ['that is none', '<html>', {}, 'malformed'],
])('judges a file %s without asking anybody', async (_name, text, expectation, verdict) => {
  const now = new Date('2026-12-01')
  const check = await checkLicenseFile(text, { trustedKeys, now, ...expectation })
  expect(check.verdict).toBe(verdict)
  if ('content' in check) expect(check.content).toEqual(content)
})
