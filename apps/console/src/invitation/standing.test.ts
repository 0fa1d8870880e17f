import { expect, test } from 'vitest'
import { standingOf, whyOver } from './standing.ts'

const organization = { id: 'o-1', name: 'Lanternworks' }
const open = { organization, state: 'open', email: 'kim@example.org' } as const
const kim = { email: 'kim@example.org', email_verified: true, organizations: [] }

test('only the invited, verified address is welcome', () => {
  expect(standingOf(open, kim)).toBe('welcome')
  expect(standingOf(open, { ...kim, email_verified: false })).toBe('unverified')
  expect(standingOf(open, { ...kim, email: 'robin@example.org' })).toBe('somebody_else')
  expect(standingOf(open, null)).toBe('stranger')
})

test('whoever belongs to the company hears so, however the invitation stands', () => {
  const member = { ...kim, organizations: [{ ...organization, role: 'member' as const }] }
  expect(standingOf(open, member)).toBe('joined')
  expect(standingOf({ ...open, state: 'accepted' }, member)).toBe('joined')
})

test('an invitation that has ended says why, to everybody', () => {
  for (const state of ['accepted', 'withdrawn', 'replaced', 'expired'] as const)
    expect(standingOf({ ...open, state }, null)).toBe('over')
  const until = '2027-04-16T12:00:00Z'
  expect(whyOver({ state: 'expired', expires_at: until })).toMatch(/ran out on 16 Apr 2027/)
  expect(whyOver({ state: 'withdrawn', expires_at: until })).toMatch(/withdrawn/)
  expect(whyOver({ state: 'replaced', expires_at: until })).toMatch(/newest mail/)
  expect(whyOver({ state: 'accepted', expires_at: until })).toMatch(/accepted already/)
})
