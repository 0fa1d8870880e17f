import { describe, expect, it } from 'vitest'
import { decidePush, type PushSituation } from './push-decision.ts'

const noon = Date.parse('2026-03-10T12:00:00Z')
const hour = 3_600_000
const usual: PushSituation = {
  kind: 'daily_tip',
  now: noon,
  expiresAt: noon + 4 * hour,
  isSubscribed: true,
  turnedOff: [],
  quiet: undefined,
  heldUntil: undefined,
}
const quietFor = (end: string) => ({ enabled: true, start: '11:00', end, timeZone: 'UTC' })

describe('decidePush', () => {
  it('sends with the time that is left', () => {
    expect(decidePush(usual)).toEqual({ act: 'send', ttlSeconds: 4 * 3_600 })
  })

  it('waits for the end of quiet hours when there is time left then', () => {
    expect(decidePush({ ...usual, quiet: quietFor('14:00') })).toEqual({
      act: 'wait',
      until: noon + 2 * hour,
    })
    expect(decidePush({ ...usual, quiet: quietFor('16:00') })).toEqual({ act: 'skip', code: 'too_late' })
  })

  it.each([
    ['its time is over', { expiresAt: noon }, 'too_late'],
    ['its kind is turned off', { turnedOff: ['daily_tip'] }, 'turned_off'],
    ['nobody is there', { isSubscribed: false }, 'unsubscribed'],
    ['a crisis was lately', { heldUntil: noon + 1 }, 'after_crisis'],
  ])('skips when %s', (_what, change, code) => {
    expect(decidePush({ ...usual, ...change })).toEqual({ act: 'skip', code })
  })

  it('speaks again once the silence is over, and always of what the person asked to be reminded of', () => {
    expect(decidePush({ ...usual, heldUntil: noon })).toMatchObject({ act: 'send' })
    expect(decidePush({ ...usual, kind: 'reminder', heldUntil: noon + hour })).toMatchObject({ act: 'send' })
  })
})
