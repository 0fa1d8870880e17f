import { expect, it } from 'vitest'
import { featuresIn, featuresText } from './features-text.ts'

it('writes features so that they read back as they were', () => {
  const features = { priority_support: true, projects: 20, audit_export: false }
  expect(featuresText(features)).toBe('priority_support, projects: 20, audit_export: false')
  expect(featuresIn(featuresText(features))).toEqual(features)
  expect(featuresIn(' ')).toEqual({})
})
