import { expect, it } from 'vitest'
import { defineErrors, failure } from './error.ts'
import { errorCodeOf } from './error-code.ts'

const { busy } = defineErrors('digest', { busy: { kind: 'unavailable', title: 'Busy.' } })

it('names the failure and never quotes it', () => {
  expect(errorCodeOf(failure(busy, { detail: 'about Ada' }))).toBe('digest.busy')
  expect(errorCodeOf(Object.assign(new Error('about Ada'), { code: '23505' }))).toBe('23505')
  expect(errorCodeOf(new TypeError('about Ada'))).toBe('TypeError')
  expect(errorCodeOf(Object.assign(new Error('x'), { code: 'about Ada', name: 'a b' }))).toBe('unknown')
  expect(errorCodeOf('about Ada')).toBe('unknown')
  expect(errorCodeOf(undefined)).toBe('unknown')
})
