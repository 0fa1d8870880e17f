import { expect, test } from 'vitest'
import { standing, whyEnded } from './standing.ts'

const license = {
  status: 'active',
  is_trial: false,
  grace_period_ends_at: null,
  expires_at: '2027-04-16T12:00:00Z',
} as const

test('a licence whose subscription was cancelled says when it ends', () => {
  expect(standing(license, null)).toBe('Paid until 16 Apr 2027.')
  expect(standing(license, '2027-04-16T12:00:00Z')).toBe(
    'Paid until 16 Apr 2027; it is cancelled and ends then.',
  )
  expect(standing({ ...license, is_trial: true }, '2027-04-16T12:00:00Z')).toBe(
    'On trial until 16 Apr 2027; it is cancelled and ends then.',
  )
})

test('a licence that is suspended and cancelled says both, one that has ended only that', () => {
  expect(standing({ ...license, status: 'suspended' }, '2027-04-16T12:00:00Z')).toBe(
    'Nobody can take a seat until the subscription is paid. It is cancelled and ends on 16 Apr 2027.',
  )
  expect(standing({ ...license, status: 'inactive' }, '2027-04-16T12:00:00Z')).toBe(
    'It ended with its subscription.',
  )
})

test('why a session ended is said in words', () => {
  expect(whyEnded('released_by_admin')).toBe('Released by an administrator')
  expect(whyEnded('license_suspended')).toBe('Licence suspended')
})
