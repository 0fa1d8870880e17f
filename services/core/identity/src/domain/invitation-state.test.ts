import { expect, it } from 'vitest'
import { invitationState } from './invitation-state.ts'

const until = '2027-04-16T12:00:00.000Z'
const open = { expires_at: until, ended_at: null, end_reason: null }
const ended = '2027-04-12T09:00:00.000Z'

it('is open until it runs out, to the millisecond', () => {
  expect(invitationState(open, '2027-04-16T11:59:59.999Z')).toBe('open')
  expect(invitationState(open, until)).toBe('expired')
})

it('stays what ended it, also when its time is over', () => {
  for (const reason of ['accepted', 'withdrawn', 'replaced'] as const)
    expect(invitationState({ ...open, ended_at: ended, end_reason: reason }, until)).toBe(reason)
  expect(invitationState({ ...open, ended_at: ended }, ended)).toBe('withdrawn')
})
