import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { processLogger } from './serve.ts'

const secretOf = () => randomBytes(32).toString('base64')

it('gives a person one hash in every process of an installation, and another one elsewhere', () => {
  const shared = { DATA_KEY_ENCRYPTION_KEY: secretOf() }
  const withIdentity = processLogger({ ...shared, IDENTITY_SECRET: secretOf() })
  const hash = withIdentity.userHash('ada')
  expect(hash).not.toContain('ada')
  expect(processLogger(shared).userHash('ada')).toBe(hash)
  expect(processLogger({ DATA_KEY_ENCRYPTION_KEY: secretOf() }).userHash('ada')).not.toBe(hash)
})
